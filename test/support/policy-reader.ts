/** The reader of a policy file by its name, as the command line chooses it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { moduleReader } from "../../src/merge/code-module.ts";
import { readJsonPolicyFile } from "../../src/merge/json-policy-file.ts";
import type { PolicyFileReader } from "../../src/merge/policy-file.ts";
import { terraformReader } from "../../src/merge/terraform.ts";
import { readYamlPolicyFile } from "../../src/merge/yaml.ts";

const GRAMMAR = "@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm";

/** The grammar as the build copies it. */
export const terraformGrammar = readFileSync(createRequire(import.meta.url).resolve(GRAMMAR));

const readTerraformFile = await terraformReader(terraformGrammar);

export function readerFor(fileName: string): PolicyFileReader {
  if (fileName.endsWith(".json")) return readJsonPolicyFile;
  if (/\.ya?ml$/.test(fileName)) return readYamlPolicyFile;
  if (fileName.endsWith(".tf")) return readTerraformFile;
  if (fileName.endsWith(".ts")) return moduleReader("typescript");
  if (fileName.endsWith(".py")) return moduleReader("python");
  throw new Error(`no reader for ${fileName}`);
}

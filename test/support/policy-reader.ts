/** The reader of a policy file by its name, as the command line chooses it. */
import { readJsonPolicyFile } from "../../src/merge/json-policy-file.ts";
import type { PolicyFileReader } from "../../src/merge/policy-file.ts";
import { readYamlPolicyFile } from "../../src/merge/yaml.ts";

export function readerFor(fileName: string): PolicyFileReader {
  if (fileName.endsWith(".json")) return readJsonPolicyFile;
  if (/\.ya?ml$/.test(fileName)) return readYamlPolicyFile;
  throw new Error(`no reader for ${fileName}`);
}

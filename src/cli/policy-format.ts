/** What a file of policies is written in, by its name, and how such files are read and begun. Readers are loaded when asked for. */
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { InputError } from "../errors.ts";
import type { PolicyFileReader } from "../merge/policy-file.ts";

export interface PolicyFormat {
  readonly load: () => Promise<PolicyFileReader>;
  /** The text with an empty policy behind what is there; undefined where it has no room for one. */
  readonly begin: (text: string) => string | undefined;
}

const NEW_DOCUMENT = '{\n  "Version": "2012-10-17",\n  "Statement": []\n}\n';

/** Templates hold more than a policy: where one would go is not ours to decide. */
const YAML: PolicyFormat = {
  load: async () => (await import("../merge/yaml.ts")).readYamlPolicyFile,
  begin: () => undefined,
};

/** Put there by the build. */
const GRAMMAR = new URL("../merge/tree-sitter-terraform.wasm", import.meta.url);

const NEW_BLOCK = 'data "aws_iam_policy_document" "iamgen" {\n}\n';

const FORMATS: { readonly [extension: string]: PolicyFormat } = {
  ".json": {
    load: async () => (await import("../merge/json-policy-file.ts")).readJsonPolicyFile,
    begin: (text) => (text.trim() === "" ? NEW_DOCUMENT : undefined),
  },
  ".tf": {
    load: async () => (await import("../merge/terraform.ts")).terraformReader(await readFile(GRAMMAR)),
    begin: (text) => {
      const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
      const before = text.trim() === "" ? "" : text.replace(/\r?\n?$/, lineBreak) + lineBreak;
      return before + NEW_BLOCK.replaceAll("\n", lineBreak);
    },
  },
  ".yaml": YAML,
  ".yml": YAML,
};

/** Throws an `InputError` for a kind of file that is not read. */
export function policyFormatOf(path: string): PolicyFormat {
  const format = FORMATS[extname(path).toLowerCase()];
  if (format !== undefined) return format;
  throw new InputError("unsupported-file", `cannot tell what \`${path}\` is written in`, {
    hint: `its name must end in one of: ${Object.keys(FORMATS).join(", ")}`,
  });
}

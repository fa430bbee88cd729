/** What a file of policies is written in, by its name, and how such files are read and begun. Readers are loaded when asked for. */
import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { InputError, UsageError } from "../errors.ts";
import type { BeginPolicy } from "../merge/begin-policy.ts";
import type { PolicyFileReader } from "../merge/policy-file.ts";
import type { ReferenceWish } from "./reference-source.ts";

export interface PolicyFormat {
  readonly load: () => Promise<PolicyFileReader>;
  /**
   * The text with an empty policy behind what is there; undefined where it has no room for one. `format` is what `--format`
   * names, for a text that is empty.
   */
  readonly begin: (text: string, format?: string) => Promise<string | undefined>;
}

interface FileKind {
  readonly load: PolicyFormat["load"];
  /** Formats of `policy` that a new file may be made in; the first of them without being asked. */
  readonly creates: readonly { readonly format: string }[];
  readonly begin?: () => Promise<BeginPolicy>;
}

/** Where the build puts it, as seen from `src` and from `dist`. */
const GRAMMAR = new URL("../../dist/merge/tree-sitter-terraform.wasm", import.meta.url);

const YAML: FileKind = {
  load: async () => (await import("../merge/yaml.ts")).readYamlPolicyFile,
  creates: [{ format: "cloudformation" }, { format: "serverless" }, { format: "yaml" }],
  begin: async () => (await import("../merge/begin-policy.ts")).beginYaml,
};

const KINDS: { readonly [extension: string]: FileKind } = {
  ".json": {
    load: async () => (await import("../merge/json-policy-file.ts")).readJsonPolicyFile,
    creates: [{ format: "json" }, { format: "cloudformation-json" }, { format: "vault" }],
    begin: async () => (await import("../merge/begin-policy.ts")).beginJson,
  },
  ".py": {
    load: async () => (await import("../merge/code-module.ts")).moduleReader("python"),
    creates: [{ format: "cdk-python" }],
  },
  ".tf": {
    load: async () => (await import("../merge/terraform.ts")).terraformReader(await readFile(GRAMMAR)),
    creates: [{ format: "terraform" }],
    begin: async () => (await import("../merge/begin-policy.ts")).beginTerraform,
  },
  ".ts": {
    load: async () => (await import("../merge/code-module.ts")).moduleReader("typescript"),
    creates: [{ format: "cdk-typescript" }, { format: "pulumi-typescript" }],
  },
  ".yaml": YAML,
  ".yml": YAML,
};

/** Throws an `InputError` for a kind of file that is not read. */
export function policyFormatOf(path: string): PolicyFormat {
  const extension = extname(path).toLowerCase();
  const kind = KINDS[extension];
  if (kind === undefined) {
    throw new InputError("unsupported-file", `cannot tell what \`${path}\` is written in`, {
      hint: `its name must end in one of: ${Object.keys(KINDS).join(", ")}`,
    });
  }
  return {
    load: () => loaded(extension, kind),
    async begin(text, format) {
      const asked = createdFormat(path, kind, format);
      if (text.trim() === "" && asked !== "terraform") return emptyPolicy(asked);
      return (await kind.begin?.())?.(text, path);
    },
  };
}

const readers = new Map<string, Promise<PolicyFileReader>>();

/** Once a process: Terraform's grammar takes its time. */
function loaded(extension: string, { load }: FileKind): Promise<PolicyFileReader> {
  const reader = readers.get(extension) ?? load().then(bounded);
  readers.set(extension, reader);
  return reader;
}

/** Parsers take up to 50 times the size of a text; nobody writes such files by hand. */
const MOST_CHARACTERS = 16 * 1024 ** 2;

const bounded =
  (read: PolicyFileReader): PolicyFileReader =>
  async (text, fileName, references) => {
    if (text.length <= MOST_CHARACTERS) return read(text, fileName, references);
    const size = `${Math.round(text.length / 1024 ** 2)} MiB`;
    throw new InputError("file-too-large", `cannot read \`${fileName}\`: it has ${size}, and the most is 16 MiB`);
  };

function createdFormat(path: string, { creates }: FileKind, asked: string | undefined): string {
  const formats = creates.map(({ format }) => format);
  const isServerless = /^serverless\.ya?ml$/i.test(basename(path));
  if (asked === undefined) return (isServerless ? formats[1] : formats[0]) ?? "";
  if (formats.includes(asked)) return asked;
  throw new UsageError("conflicting-options", `cannot create \`${path}\` as ${asked}`, {
    hint: `a file of that name may be: ${formats.join(", ")}`,
  });
}

/** As `policy --format` writes it, without a statement. A Terraform file gets no more than a document, new or not. */
async function emptyPolicy(format: string): Promise<string | undefined> {
  const proof = { sufficient: true, minimal: true, permissions: 0, unverified: 0, failures: [] };
  const rest = { identity: { ids: [] }, needed: [], proof, provenance: {}, findings: [] };
  const empty = { ...rest, documents: [{ Version: "2012-10-17" as const, Statement: [] }] };
  const settings = { literal: true, attachAs: "managed-policy" } as const;
  const { rendererFor } = await import("../render/index.ts");
  return rendererFor(format)?.render({ policies: [empty], findings: [] }, settings)[0]?.text;
}

/** Whose references a file can hold, by its name. */
export function fileWish(path: string, target: string): ReferenceWish {
  const extension = extname(path).toLowerCase();
  if (extension === ".tf") return { tool: "terraform", target };
  return { tool: /^\.(?:json|ya?ml)$/.test(extension) ? "template" : undefined, target };
}

/**
 * Where the references of a policy come from: `--terraform-state`, `--cloudformation-template` or `--cdk-out`. Files are read
 * and judged at once, so that what is wrong is told before anything runs.
 */
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { InputError, UsageError } from "../errors.ts";
import type { References, ReferenceTool } from "../merge/references.ts";
import { cloudFormationTypes, type PolicySet } from "../pipeline.ts";
import { sharedHome } from "../render/policy-template.ts";
import type { OptionValues } from "./program.ts";
import { textOf } from "./settings.ts";
import { readStandardInput, readUserFile } from "./user-file.ts";

/** A policy in a file of the team, which is to refer to what stands around it. */
export interface PlacedPolicy {
  readonly path: string;
  readonly address: string;
}

export interface ReferenceSource {
  /** What the policies hold tells account and region of a template, and the names that CloudFormation made. */
  readonly referencesFor: (policySet: PolicySet, policy?: PlacedPolicy) => Promise<References>;
}

export interface ReferenceWish {
  /** Whose expressions what is written can hold; undefined: nobody's. */
  readonly tool: ReferenceTool | undefined;
  /** What that is, for messages: `--format json`, `--into policy.json`. */
  readonly target: string;
  /** The wrapped command has stdin. */
  readonly hasStdin?: boolean;
}

const TOOLS: { readonly [option: string]: ReferenceTool } = {
  "terraform-state": "terraform",
  "cloudformation-template": "template",
  "cdk-out": "template",
};

/** Undefined where none of the options is given. Throws a `UsageError` for one that does not fit what is written. */
export async function referenceSource(
  options: OptionValues,
  wished: ReferenceWish | (() => Promise<ReferenceWish>),
): Promise<ReferenceSource | undefined> {
  const given = Object.keys(TOOLS).filter((option) => textOf(options, option) !== undefined);
  const [option, other] = given;
  if (option === undefined) return undefined;
  if (other !== undefined) {
    throw new UsageError("conflicting-options", `cannot use \`--${option}\` with \`--${other}\``);
  }
  const wish = typeof wished === "function" ? await wished() : wished;
  if (TOOLS[option] !== wish.tool) {
    const fitting = Object.keys(TOOLS).filter((name) => TOOLS[name] === wish.tool);
    throw new UsageError("conflicting-options", `cannot use \`--${option}\` with \`${wish.target}\``, {
      hint:
        fitting.length === 0
          ? "only what Terraform, CloudFormation, SAM, Serverless or CDK reads can refer to their resources"
          : `its references come from ${fitting.map((name) => `\`--${name}\``).join(" or ")}`,
    });
  }
  const path = textOf(options, option) ?? "";
  const source =
    option === "terraform-state"
      ? await stateSource(path, wish)
      : await templateSource(option === "cdk-out" ? synthesizedTemplate(path) : path);
  return {
    referencesFor: async (...seen) => withUse(await source.referencesFor(...seen), seen[0], `--${option} ${path}`),
  };
}

/** A state of another account has nothing to name, and nobody would know why. */
function withUse(references: References, policySet: PolicySet, given: string): References {
  const observed = observedIn(policySet);
  if (observed.length === 0 || observed.some((text) => references.nameOf(text) !== undefined)) return references;
  return { ...references, notes: [...references.notes, `nothing that was seen is in \`${given}\``] };
}

const observedIn = ({ policies }: PolicySet): readonly string[] =>
  policies.flatMap(({ needed }) => needed.flatMap(({ Resource }) => Resource ?? []));

async function stateSource(path: string, { hasStdin = true }: ReferenceWish): Promise<ReferenceSource> {
  if (path === "-" && !hasStdin) {
    throw new UsageError("conflicting-options", "cannot use `--terraform-state -`: stdin is the command's", {
      hint: "terraform show -json > state.json",
    });
  }
  const { terraformReferences } = await import("../merge/reference-terraform.ts");
  const text = path === "-" ? readStandardInput("state") : readUserFile({ what: "state", path });
  const fileName = path === "-" ? "stdin" : path;
  terraformReferences(text, fileName);
  return {
    referencesFor: async (_, policy) =>
      terraformReferences(
        text,
        fileName,
        policy === undefined ? {} : { policy: policy.address, declared: declaredAround(policy.path) },
      ),
  };
}

const DECLARATION = /^[ \t]*(resource|data)[ \t]+"([^"]+)"[ \t]+"([^"]+)"/gm;

/** What the files of the same folder declare: a module is a folder. */
function declaredAround(path: string): ReadonlySet<string> {
  const names = readdirSync(dirname(path)).filter((name) => name.endsWith(".tf"));
  const texts = names.map((name) => readUserFile({ what: "configuration", path: join(dirname(path), name) }));
  const found = texts.flatMap((text) => [...text.matchAll(DECLARATION)]);
  return new Set(found.map(([, word, type, name]) => `${word === "data" ? "data." : ""}${type}.${name}`));
}

async function templateSource(path: string): Promise<ReferenceSource> {
  const { cloudFormationReferences } = await import("../merge/reference-cloudformation.ts");
  const template = {
    text: readUserFile({ what: "template", path }),
    fileName: path,
    types: await cloudFormationTypes(),
  };
  cloudFormationReferences({ ...template, home: {}, observed: [] });
  return {
    referencesFor: async (policySet, policy) =>
      cloudFormationReferences({
        ...template,
        ...(policy === undefined ? {} : { policy: policy.address }),
        home: sharedHome(policySet.policies),
        observed: observedIn(policySet),
      }),
  };
}

const STACK = "aws:cloudformation:stack";

/** The template of the one stack that `cdk synth` left in the directory. Throws where there are several: ids are a stack's own. */
function synthesizedTemplate(directory: string): string {
  const path = join(directory, "manifest.json");
  const templates = templatesIn(readUserFile({ what: "manifest", path }));
  if (templates === undefined) throw new InputError("no-manifest", `\`${path}\` is no manifest of a CDK app`);
  const [only, more] = templates;
  if (only === undefined) throw new InputError("no-stack", `\`${directory}\` holds no stack`);
  if (more === undefined) return join(directory, only);
  throw new InputError("several-stacks", `\`${directory}\` holds ${templates.length} stacks`, {
    hint: `choose one: ${templates.map((name) => `--cloudformation-template ${join(directory, name)}`).join("; ")}`,
  });
}

function templatesIn(manifest: string): readonly string[] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(manifest);
  } catch {
    return undefined;
  }
  if (typeof parsed !== "object" || parsed === null || !("artifacts" in parsed)) return undefined;
  return Object.values(Object(parsed.artifacts)).flatMap((artifact: unknown) => {
    const { type, properties } = Object(artifact);
    const file: unknown = Object(properties).templateFile;
    return type === STACK && typeof file === "string" ? [file] : [];
  });
}

/** Throws a `UsageError` for a policy that has no template or configuration around it. */
export function mustHoldReferences(source: ReferenceSource | undefined, path: string, address: string): void {
  if (source === undefined || address !== "") return;
  throw new UsageError(
    "conflicting-options",
    `\`${path}\` is a policy by itself: nothing in it can refer to a resource`,
  );
}

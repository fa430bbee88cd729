/** A policy set in the format asked for: on stdout, or in one or several files beside each other. */
import { parse } from "node:path";
import type { References } from "../merge/references.ts";
import type { PolicySet } from "../pipeline.ts";
import { ATTACHMENTS, FORMATS } from "../render/formats.ts";
import type { RenderedFile } from "../render/renderer.ts";
import { unusedVariables } from "../render/template-variable.ts";
import { oneOf } from "./option-values.ts";
import type { OptionValues } from "./program.ts";
import type { ReferenceWish } from "./reference-source.ts";
import { isOn, templateVariables, valued } from "./settings.ts";
import { writeUserFile } from "./user-file.ts";
import { counted } from "./wording.ts";

/** Fails for an unknown `--format` or a `--template` that cannot be, before anything is run. */
export function policyRenderer(
  options: OptionValues,
): (policySet: PolicySet, references?: References) => Promise<readonly RenderedFile[]> {
  const format = formatOf(options);
  const attachAs = valued(options, "attach-as", (typed) => oneOf(typed, ATTACHMENTS)) ?? "managed-policy";
  const settings = { literal: isOn(options, "literal"), attachAs, variables: templateVariables(options) };
  return async (policySet, references) => {
    const known = references === undefined ? {} : { nameOf: references.nameOf };
    return (await rendererOf(format))?.render(policySet, { ...settings, ...known }) ?? [];
  };
}

const formatOf = (options: OptionValues): string =>
  valued(options, "format", (typed) => oneOf(typed, FORMATS)) ?? "json";

/** Loaded when there is something to render: a wrapped program must not wait for it. */
const rendererOf = async (format: string) => (await import("../render/index.ts")).rendererFor(format);

/** Whose references the format of the policy can hold. */
export async function referenceWish(options: OptionValues): Promise<ReferenceWish> {
  const format = formatOf(options);
  return { tool: (await rendererOf(format))?.references, target: `--format ${format}` };
}

/** One clause for each `--template` that the policies have no use for: a value mistyped, or seen by another run. */
export function unusedTemplates(options: OptionValues, { policies }: PolicySet): readonly string[] {
  const documents = policies.flatMap((policy) => policy.documents);
  return unusedVariables(documents, templateVariables(options)).map(
    ({ name, value }) =>
      `no resource and no condition holds \`${value}\` of \`--template ${name}=${value}\` as a whole word`,
  );
}

/** One document after the other, in the order of the set. */
export const policyText = (files: readonly RenderedFile[]): string => files.map(({ text }) => text).join("");

const MOST_NAMED = 5;

/** For a message of one line: a policy of thousands of resources has hundreds of files. */
export function namedFiles(paths: readonly string[]): string {
  if (paths.length <= MOST_NAMED) return paths.join(", ");
  return `${paths.slice(0, 2).join(", ")} … ${paths.at(-1)} (${counted(paths.length, "file")})`;
}

/** Writes `policy.json`, or `policy-worker.json` and `policy-web.json` where there are several. Returns the paths. */
export function writePolicies(files: readonly RenderedFile[], path: string): string[] {
  const { dir, name, ext, root } = parse(path);
  const directory = dir === "" || dir === root ? dir : `${dir}/`;
  return files.map(({ suffix, text }) => {
    const written = suffix === "" ? path : `${directory}${name}${suffix}${ext}`;
    writeUserFile({ what: "policy", path: written }, text);
    return written;
  });
}

/** Parsed options into the typed settings that the commands work with; all that is wrong with them is told before anything starts. */
import { readFileSync } from "node:fs";
import { SetupError, UsageError } from "../errors.ts";
import type { PolicySettings } from "../pipeline.ts";
import { ATTACHMENTS, hasAmpersandVariables } from "../render/formats.ts";
import { kebabCase, type TemplateVariable } from "../render/template-variable.ts";
import {
  accountId,
  authority,
  byteCount,
  forwardTarget,
  oneOf,
  partitionName,
  portNumber,
  regionName,
  resourcePattern,
  type Typed,
  templateVariable,
} from "./option-values.ts";
import { CONDITION_LEVELS, DENIED } from "./options.ts";
import type { Manner } from "./output.ts";
import { type OptionValues, ORIGINS } from "./program.ts";
import { systemReason } from "./system-error.ts";

export interface ObservingSettings {
  readonly intercept: readonly string[];
  readonly maxBody?: number;
  readonly timeline: boolean;
  readonly callers: boolean;
  readonly forwardTo?: URL;
  /** PEM. */
  readonly forwardCa?: string;
  /** Where the user wants the recording. */
  readonly recording?: string;
}

export const mannerOf = (options: OptionValues): Manner => ({
  quiet: isOn(options, "quiet"),
  colour: options["color"] !== false,
});

/** True where a switch was given. */
export const isOn = (options: OptionValues, name: string): boolean => options[keyOf(name)] === true;

/** True where an option stands on the command line itself, and not in a variable or a file that speaks to several commands. */
export const wasTyped = (options: OptionValues, name: string): boolean =>
  options[keyOf(name)] !== undefined && options[ORIGINS]?.[name] === undefined;

/** The text of an option, if it was given. */
export function textOf(options: OptionValues, name: string): string | undefined {
  const value = options[keyOf(name)];
  return typeof value === "string" ? value : undefined;
}

/** The value of an option, if it was given. */
export function valued<T>(options: OptionValues, option: string, parse: (typed: Typed) => T): T | undefined {
  const text = textOf(options, option);
  return text === undefined ? undefined : parse({ option, text, ...labelOf(options, option) });
}

/** The values of an option that may be given several times. */
function texts<T>(options: OptionValues, option: string, parse: (typed: Typed) => T): readonly T[] {
  const given = options[keyOf(option)];
  return (Array.isArray(given) ? given : []).map((text) =>
    parse({ option, text: String(text), ...labelOf(options, option) }),
  );
}

export function policySettings(options: OptionValues): PolicySettings {
  const account = valued(options, "account", accountId);
  const region = valued(options, "region", regionName);
  const partition = valued(options, "partition", partitionName);
  const denied = valued(options, "denied", (typed) => oneOf(typed, DENIED));
  const attachAs = valued(options, "attach-as", (typed) => oneOf(typed, ATTACHMENTS));
  const conditions = valued(options, "conditions", (typed) => oneOf(typed, CONDITION_LEVELS));
  const generalise = texts(options, "generalise", resourcePattern);
  return {
    ...(account === undefined ? {} : { account }),
    ...(region === undefined ? {} : { region }),
    ...(partition === undefined ? {} : { partition }),
    ...(attachAs === undefined ? {} : { attachAs }),
    ...(denied === undefined ? {} : { denied }),
    ...(conditions === undefined ? {} : { conditions }),
    ...(isOn(options, "exact") ? { exact: true } : {}),
    ...(hasAmpersandVariables(textOf(options, "format") ?? "") ? { ampersandVariables: true } : {}),
    ...(isOn(options, "widen") ? { widen: true } : {}),
    ...(generalise.length === 0 ? {} : { generalise }),
  };
}

/** Files of policies that limit what another one grants. */
export const limitFiles = (options: OptionValues): readonly string[] => texts(options, "within", ({ text }) => text);

/** The port of `--csm`: `bare` where none was given, undefined without the option. */
export const csmPort = (options: OptionValues, bare: number): number | undefined =>
  isOn(options, "csm") ? bare : valued(options, "csm", portNumber);

/** Throws a `UsageError` where it is not plain which name stands for which value. */
export function templateVariables(options: OptionValues): readonly TemplateVariable[] {
  const variables = texts(options, "template", templateVariable);
  for (const [index, { name, value }] of variables.entries()) {
    const earlier = variables
      .slice(0, index)
      .find((other) => kebabCase(other.name) === kebabCase(name) || other.value === value);
    if (earlier === undefined) continue;
    const both = `\`${earlier.name}=${earlier.value}\` and \`${name}=${value}\``;
    throw new UsageError("conflicting-options", `cannot use \`--template\` with both ${both}`, {
      hint: "give each value one name, and each name one value",
    });
  }
  return variables;
}

export function observingSettings(options: OptionValues): ObservingSettings {
  const forwardTo = valued(options, "forward-to", forwardTarget);
  const forwardCa = textOf(options, "forward-ca");
  if (forwardCa !== undefined && forwardTo?.protocol !== "https:") {
    throw new UsageError("conflicting-options", "cannot use `--forward-ca` without an https target", {
      hint: "add `--forward-to https://HOST:PORT`",
    });
  }
  const recording = textOf(options, "recording");
  const maxBody = valued(options, "max-body", byteCount);
  return {
    intercept: texts(options, "intercept", authority),
    timeline: isOn(options, "timeline"),
    callers: isOn(options, "callers"),
    ...(forwardTo === undefined ? {} : { forwardTo }),
    ...(forwardCa === undefined ? {} : { forwardCa: readCertificate(forwardCa) }),
    ...(recording === undefined ? {} : { recording }),
    ...(maxBody === undefined ? {} : { maxBody }),
  };
}

function readCertificate(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new SetupError("ca-unreadable", `cannot read certificate \`${path}\`: ${systemReason(error)}`, {
      cause: error,
    });
  }
}

/** What the parser calls an option: camel case, and what a `no-` denies. */
export const keyOf = (name: string): string =>
  name.replace(/^no-/, "").replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** What a message calls an option: as typed, or by where its value stands. */
function labelOf(options: OptionValues, option: string): { readonly label?: string } {
  const label = options[ORIGINS]?.[option];
  return label === undefined ? {} : { label };
}

/** The text of an option into its value. A text that does not fit is a `UsageError` that names the option and shows one that does. */
import { UsageError } from "../errors.ts";
import { isFreeName, type TemplateVariable } from "../render/template-variable.ts";

/** What the user typed for one option. */
export interface Typed {
  readonly option: string;
  readonly text: string;
  /** Where it was not typed: what stands for it in messages, between backticks. */
  readonly label?: string;
}

const UNITS = { b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 } as const;
const MILLISECONDS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

const unusable = ({ option, text, label = `--${option}` }: Typed, hint: string): UsageError =>
  new UsageError("invalid-option-value", `cannot use \`${text}\` for \`${label}\``, { hint });

const invalid = (typed: Typed, example: string): UsageError =>
  unusable(typed, `for example \`${typed.label === undefined ? `--${typed.option} ` : ""}${example}\``);

function matching(typed: Typed, pattern: RegExp, example: string): string {
  if (!pattern.test(typed.text)) throw invalid(typed, example);
  return typed.text;
}

export const accountId = (typed: Typed): string => matching(typed, /^\d{12}$/, "111122223333");

export const regionName = (typed: Typed): string => matching(typed, /^[a-z]+(?:-[a-z]+)+-\d+$/, "eu-central-1");

export const partitionName = (typed: Typed): string => matching(typed, /^aws(?:-[a-z]+)*$/, "aws-cn");

/** A complete ARN that AWS takes as a Resource: wildcards, but none in its partition and prefix. */
export const resourcePattern = (typed: Typed): string =>
  matching(
    typed,
    /^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9*?-]*:[a-z0-9*?]*:[\u0020-\u00ff]*[^*?\s][\u0020-\u00ff]*$/,
    "'arn:aws:SERVICE:REGION:ACCOUNT:name-*'",
  );

/** `NAME=VALUE`: a name that every format can spell, and a text that a policy holds as it stands. */
export function templateVariable(typed: Typed): TemplateVariable {
  const form = /^([A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*)=([ !#%-)+->@-[\]-z|~\u00a1-\u00ff]+)$/;
  const [, name = "", value = ""] = form.exec(typed.text) ?? [];
  if (name === "" || !/[A-Za-z0-9]/.test(value)) throw invalid(typed, "stage=dev");
  if (!isFreeName(name)) throw invalid(typed, `the-${name}=${value}`);
  return { name, value };
}

/** `HOST[:PORT]`, IPv6 addresses in brackets. */
export const authority = (typed: Typed): string =>
  matching(typed, /^(?:\[[0-9a-fA-F:.]+\]|[^\s:/[\]]+)(?::\d{1,5})?$/, "storage.example.com:9000");

/** One IPv4 or IPv6 address in its usual form, and none that stands for all of them. */
export function bindAddress(typed: Typed): string {
  const { text } = typed;
  const host = text.includes(":") ? `[${text}]` : text;
  const isAddress =
    /^[\d.]+$|:/.test(text) && URL.canParse(`http://${host}`) && new URL(`http://${host}`).hostname === host;
  if (!isAddress) throw invalid(typed, "172.17.0.1");
  if (/^[0.:]+$/.test(text))
    throw unusable(typed, `one address of this machine alone, for example \`--bind 172.17.0.1\``);
  return text;
}

/** 0 to 65535; 0 asks for a free port. */
export function portNumber(typed: Typed): number {
  const port = Number(matching(typed, /^\d{1,5}$/, "8080"));
  if (port > 65_535) throw invalid(typed, "8080");
  return port;
}

/** `16777216`, `16MiB`, `512k`: units of 1024. */
export function byteCount(typed: Typed): number {
  const [, digits = "", unit = "b"] = /^(\d{1,12})\s*(?:([bkmg])(?:i?b)?)?$/i.exec(typed.text) ?? [];
  const size = Number(digits) * (unitIn(UNITS, unit.toLowerCase()) ?? Number.NaN);
  if (digits === "" || !Number.isSafeInteger(size)) throw invalid(typed, "16MiB");
  return size;
}

/** `10m`, `90s`, `1h`, `500ms`, in milliseconds; at most 20 days. */
export function duration(typed: Typed): number {
  const [, digits = "", unit = ""] = /^(\d{1,10})(ms|s|m|h)$/.exec(typed.text) ?? [];
  const time = Number(digits) * (unitIn(MILLISECONDS, unit) ?? Number.NaN);
  // Node's timers hold 31 bits: a longer one would fire at once.
  if (digits === "" || !(time > 0 && time <= 20 * 24 * MILLISECONDS.h)) throw invalid(typed, "10m");
  return time;
}

/** Where intercepted requests go instead of AWS: an origin, because bytes are passed on untouched. */
export function forwardTarget(typed: Typed): URL {
  const example = "http://127.0.0.1:4566";
  const url = URL.canParse(typed.text) ? new URL(typed.text) : undefined;
  const known = url !== undefined && ["http:", "https:", "h2c:"].includes(url.protocol) && url.hostname !== "";
  if (!known || !["", "/"].includes(url.pathname) || url.search !== "" || url.username !== "") {
    throw invalid(typed, example);
  }
  return url;
}

/** One of a closed list. */
export function oneOf<Name extends string>(typed: Typed, names: readonly Name[]): Name {
  const found = names.find((name) => name === typed.text);
  if (found !== undefined) return found;
  throw unusable(typed, `one of: ${names.join(", ")}`);
}

function unitIn(units: { readonly [unit: string]: number }, unit: string): number | undefined {
  return Object.hasOwn(units, unit) ? units[unit] : undefined;
}

/** The value of one option as it comes from a variable or a configuration file: into the form in which the command line gives it. */
import { UsageError } from "../../errors.ts";
import type { OptionRow } from "../options.ts";

/** Text, texts of an option that repeats, or whether a switch is on. */
export type OptionValue = string | readonly string[] | boolean;

export interface ConfiguredOption {
  readonly row: OptionRow;
  readonly value: OptionValue;
  /** For messages, between backticks: a variable, or a key and (with backticks of its own) the file. */
  readonly origin: string;
}

const SWITCHES: { readonly [text: string]: boolean } = { "1": true, true: true, "0": false, false: false };

/** A variable holds text: one value a line where an option repeats; 1, true, 0 or false for a switch. Throws a `UsageError`. */
export function fromVariable(row: OptionRow, name: string, text: string): ConfiguredOption {
  if (row.many) return { row, origin: name, value: text.split("\n").filter((line) => line !== "") };
  if (row.argument !== undefined) return { row, origin: name, value: text };
  const value = Object.hasOwn(SWITCHES, text) ? SWITCHES[text] : undefined;
  if (value === undefined) throw unusable(name, text, "one of: 1, true, 0, false");
  return { row, origin: name, value };
}

/** What a key of the configuration may hold. Throws a `UsageError` that names the key. */
export function fromKey(row: OptionRow, origin: string, value: unknown): ConfiguredOption {
  if (row.argument === undefined) {
    if (typeof value !== "boolean") throw unusable(origin, value, "one of: true, false");
    return { row, origin, value };
  }
  if (row.many) {
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (!texts.every(isText)) throw unusable(origin, value, "a list of texts");
    return { row, origin, value: texts.map(String) };
  }
  if (!isText(value)) throw unusable(origin, value, row.values === undefined ? "a text" : oneOf(row.values));
  return { row, origin, value: String(value) };
}

const isText = (value: unknown): boolean => typeof value === "string" || Number.isSafeInteger(value);
const oneOf = (values: readonly string[]): string => `one of: ${values.join(", ")}`;

function unusable(origin: string, value: unknown, hint: string): UsageError {
  const shown = typeof value === "string" ? value : JSON.stringify(value);
  return new UsageError("invalid-option-value", `cannot use \`${shown}\` for \`${origin}\``, { hint });
}

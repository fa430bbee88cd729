/** The project's configuration: `iamgen.config.json`, or `iamgen` in package.json, of the nearest directory that has one. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { UsageError } from "../../errors.ts";
import { nearestName } from "../../pipeline.ts";
import { OPTIONS, type OptionRow, optionsOf } from "../options.ts";
import { systemReason } from "../system-error.ts";
import { VERBS, type Verb } from "../verbs.ts";
import { type ConfiguredOption, fromKey, type OptionValue } from "./configured-option.ts";
import { isFirstOfItsName } from "./variables.ts";

const FILE = "iamgen.config.json";

interface Configuration {
  /** As messages name it. */
  readonly name: string;
  readonly directory: string;
  readonly keys: { readonly [key: string]: unknown };
}

/** The options that the file sets for a command; its section of the command's name stands above the rest. Throws a `UsageError`. */
export function configuredByFile(verb: Verb, workingDirectory: string): readonly ConfiguredOption[] {
  const found = nearest(workingDirectory);
  if (found === undefined) return [];
  for (const key of Object.keys(found.keys)) checkKey(key, found);
  const section = found.keys[verb];
  const ofVerb = isObject(section) ? section : {};
  const from = (row: OptionRow, keys: Configuration["keys"], prefix: string): readonly ConfiguredOption[] => {
    if (!Object.hasOwn(keys, row.name) || isObject(keys[row.name])) return [];
    const read = fromKey(row, `${prefix}${row.name}\` of \`${found.name}`, keys[row.name]);
    return [{ ...read, value: isPath(row) ? placed(read.value, found.directory, workingDirectory) : read.value }];
  };
  return optionsOf(verb).flatMap((row) => [
    ...(isFirstOfItsName(row) ? from(row, found.keys, "") : []),
    ...from(row, ofVerb, `${verb}.`),
  ]);
}

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isPath = ({ argument }: OptionRow): boolean => /^(?:FILE|DIR)\b/.test(argument ?? "");

/** Paths are meant from where the file lies; `-` is a stream. */
function placed(value: OptionValue, directory: string, workingDirectory: string): OptionValue {
  const place = (path: string): string => (path === "-" ? path : relative(workingDirectory, resolve(directory, path)));
  if (typeof value === "string") return place(value);
  return typeof value === "boolean" ? value : value.map(place);
}

/** Upwards to the repository's root. */
function nearest(directory: string): Configuration | undefined {
  const own = join(directory, FILE);
  const packaged = join(directory, "package.json");
  if (existsSync(own)) return { name: FILE, directory, keys: objectOf(parsed(own, FILE), FILE) };
  if (existsSync(packaged)) {
    const { iamgen } = packageOf(packaged);
    const name = "iamgen in package.json";
    if (iamgen !== undefined) return { name, directory, keys: objectOf(iamgen, name) };
  }
  const parent = dirname(directory);
  return parent === directory || existsSync(join(directory, ".git")) ? undefined : nearest(parent);
}

function objectOf(value: unknown, name: string): Configuration["keys"] {
  if (isObject(value)) return value;
  throw new UsageError("invalid-configuration", `\`${name}\` is not an object`, {
    hint: 'for example { "region": "eu-central-1" }',
  });
}

/** A package.json that cannot be read is for others to complain about. */
function packageOf(path: string): { readonly iamgen?: unknown } {
  try {
    const read: unknown = JSON.parse(readFileSync(path, "utf8"));
    return isObject(read) ? read : {};
  } catch {
    return {};
  }
}

function parsed(path: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : systemReason(error);
    throw new UsageError("invalid-configuration", `cannot read \`${name}\`: ${reason}`, { cause: error });
  }
}

function checkKey(key: string, { name, keys }: Configuration): void {
  if (key === "$schema") return;
  const verb = VERBS.find((row) => row.verb === key)?.verb;
  const value = keys[key];
  if (verb !== undefined && isObject(value)) {
    const known = optionsOf(verb).map((row) => row.name);
    for (const inner of Object.keys(value)) if (!known.includes(inner)) throw unknown(`${verb}.${inner}`, name, known);
    return;
  }
  const known = [...OPTIONS.map((row) => row.name), ...VERBS.map((row) => row.verb)];
  if (!OPTIONS.some((row) => row.name === key)) throw unknown(key, name, known);
}

function unknown(key: string, name: string, known: readonly string[]): UsageError {
  const meant = nearestName(key.replace(/^.*\./, ""), known);
  return new UsageError("unknown-key", `unknown key \`${key}\` in \`${name}\``, {
    hint: meant === undefined ? `one of: ${[...new Set(known)].sort().join(", ")}` : `did you mean \`${meant}\`?`,
  });
}

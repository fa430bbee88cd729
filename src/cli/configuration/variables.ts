/** Options from the environment: `IAMGEN_ATTACH_AS` for every command, `IAMGEN_RUN_ATTACH_AS` for one of them. */
import { nearestName } from "../../pipeline.ts";
import { OPTIONS, type OptionRow, optionsOf } from "../options.ts";
import { VERBS, type Verb } from "../verbs.ts";
import { type ConfiguredOption, fromVariable } from "./configured-option.ts";

type Environment = { readonly [name: string]: string | undefined };

const variableOf = (...words: readonly string[]): string =>
  ["iamgen", ...words].join("_").replaceAll("-", "_").toUpperCase();

/** Later ones stand above earlier ones. Throws a `UsageError` for a value that is none. */
export function configuredByVariables(verb: Verb, environment: Environment): readonly ConfiguredOption[] {
  const read = (row: OptionRow, name: string): readonly ConfiguredOption[] => {
    const text = environment[name];
    // Set to nothing is how a shell or a CI system unsets a variable for one command.
    return text === undefined || text === "" ? [] : [fromVariable(row, name, text)];
  };
  return optionsOf(verb).flatMap((row) => [
    ...(isFirstOfItsName(row) ? read(row, variableOf(row.name)) : []),
    ...read(row, variableOf(verb, row.name)),
  ]);
}

/** Two commands may give a name two meanings (`format`): without a command's name it has the first of them. */
export const isFirstOfItsName = (row: OptionRow): boolean => OPTIONS.find(({ name }) => name === row.name) === row;

const PREFIX = "IAMGEN_";
const own = (name: string): string => name.slice(PREFIX.length);

/** Variables that look like ours and are not, with what was probably meant. */
export function mistypedVariables(
  environment: Environment,
): readonly { readonly name: string; readonly meant: string }[] {
  const known = [
    ...OPTIONS.map(({ name }) => variableOf(name)),
    ...VERBS.flatMap(({ verb }) => optionsOf(verb).map(({ name }) => variableOf(verb, name))),
  ];
  return Object.keys(environment).flatMap((name) => {
    if (!name.startsWith(PREFIX) || known.includes(name) || OF_THE_HOOK.has(name)) return [];
    // What all have in common says nothing about how close they are.
    const meant = nearestName(own(name), known.map(own));
    return meant === undefined ? [] : [{ name, meant: `${PREFIX}${meant}` }];
  });
}

/** What a wrapped program gets from us (`run/hook-variables.ts`), and a run within a run therefore sees. */
const OF_THE_HOOK = new Set([
  "IAMGEN_AWS_SUFFIXES",
  "IAMGEN_CA",
  "IAMGEN_CALLERS_FILE",
  "IAMGEN_CALLERS_ROOT",
  "IAMGEN_HTTP_AUTHORITIES",
  "IAMGEN_LIVE_FILE",
  "IAMGEN_NOTICES_FILE",
  "IAMGEN_PID",
  "IAMGEN_PROXY_PORT",
  "IAMGEN_TLS_AUTHORITIES",
]);

/** Options from everywhere: the command line stands above variables, and these above the project's configuration. */
import type { Context } from "../command.ts";
import { type Invocation, type OptionValues, ORIGINS } from "../program.ts";
import { keyOf } from "../settings.ts";
import type { ConfiguredOption } from "./configured-option.ts";
import { configuredByFile } from "./file.ts";
import { configuredByVariables } from "./variables.ts";

/** The invocation with what the user's variables and files add to its options. Throws a `UsageError`. */
export function configured(
  invocation: Invocation,
  { environment, workingDirectory }: Pick<Context, "environment" | "workingDirectory">,
): Invocation {
  const { verb, options } = invocation;
  const found = [...configuredByFile(verb, workingDirectory), ...configuredByVariables(verb, environment)];
  if (found.length === 0) return invocation;
  const values: Record<string, unknown> = {};
  const origins: Record<string, string> = {};
  for (const option of found.filter(({ row }) => options[keyOf(row.name)] === undefined)) {
    values[keyOf(option.row.name)] = parsedValue(option);
    origins[option.row.name] = option.origin;
  }
  const merged: OptionValues = { ...values, ...options, [ORIGINS]: origins };
  return { ...invocation, options: merged };
}

/** A switch that begins with `no-` turns off what its name says without it. */
const parsedValue = ({ row, value }: ConfiguredOption): unknown =>
  row.name.startsWith("no-") ? value !== true : value;

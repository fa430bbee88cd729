/** Help texts from the tables in `options.ts`: one screen a command, the example first. */
import { type OptionRow, optionLabel, optionsOf, VERBS, type VerbRow } from "./options.ts";

const HELP: Pick<OptionRow, "name" | "short" | "says"> = { name: "help", short: "h", says: "show this" };

/** Help of one command, or of iamgen as a whole. */
export function helpText(verb?: string): string {
  const row = VERBS.find((known) => known.verb === verb);
  return row === undefined ? overview() : helpOf(row);
}

function helpOf({ verb, example, operands, says }: VerbRow): string {
  const options = [...optionsOf(verb), { ...HELP, verbs: [verb] }];
  const rows = options.map((option): [string, string] => [optionLabel(option), option.says]);
  return [`Example: ${example}`, "", `Usage: iamgen ${verb} ${operands}`, says, "", ...columns(rows), ""].join("\n");
}

function overview(): string {
  return [
    `Example: ${VERBS[0]?.example ?? ""}`,
    "",
    "Usage: iamgen COMMAND [options]",
    "Write the least-privilege IAM policy for the AWS calls that a program makes",
    "",
    ...columns(VERBS.map(({ verb, says }) => [verb, says])),
    "",
    "Without RECORDING a command reads the newest finished one of this project.",
    "See also `iamgen COMMAND --help` and `iamgen --version`.",
    "",
  ].join("\n");
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, says]) => `  ${label.padEnd(width)}  ${says}`);
}

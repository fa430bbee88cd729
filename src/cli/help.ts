/** Help texts from the tables in `options.ts`: one screen a command, the example first; the seldom options on request. */
import { type OptionRow, oftenUsedOptionsOf, optionLabel, optionsOf } from "./options.ts";
import { VERBS, type VerbRow } from "./verbs.ts";

type Shown = Pick<OptionRow, "name" | "short" | "says">;

const HELP: Shown = { name: "help", short: "h", says: "show this" };
const HELP_ALL: Shown = { name: "help-all", says: "show all options" };

/** Help of one command, or of iamgen as a whole. */
export function helpText(verb?: string): string {
  const row = VERBS.find((known) => known.verb === verb);
  if (row === undefined) return overview();
  const often = oftenUsedOptionsOf(row.verb);
  return helpOf(row, [...often, HELP, ...(hasSeldomOptions(row) ? [HELP_ALL] : [])]);
}

/** Help of one command with every option, however long. */
export const fullHelpText = (row: VerbRow): string => helpOf(row, [...optionsOf(row.verb), HELP]);

/** Whether `--help` leaves options to `--help-all`. */
export const hasSeldomOptions = ({ verb }: VerbRow): boolean =>
  oftenUsedOptionsOf(verb).length < optionsOf(verb).length;

function helpOf({ verb, example, operands, says }: VerbRow, options: readonly Shown[]): string {
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

/** Of a column of labels; a longer one stands out of it. */
const WIDEST = 24;

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([label]) => label.length).filter((length) => length <= WIDEST));
  return rows.map(([label, says]) => `  ${label.padEnd(width)}  ${says}`);
}

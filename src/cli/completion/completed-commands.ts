/** Commands and options in the form in which a completion script needs them, whatever the shell. */
import { hasSeldomOptions } from "../help.ts";
import { type OptionRow, optionsOf } from "../options.ts";
import { VERBS, type Verb } from "../verbs.ts";

export interface CompletedOption {
  /** `--output`, `-o`. */
  readonly flags: readonly string[];
  readonly says: string;
  readonly many: boolean;
  /** What follows: absent for a switch. */
  readonly argument?: CompletedArgument;
}

/** Of `choices` and paths a shell can help with the value. */
interface CompletedArgument {
  readonly name: string;
  readonly choices?: readonly string[];
  readonly path: boolean;
  /** The option is whole without it. */
  readonly mayLack: boolean;
}

export interface CompletedCommand {
  readonly verb: Verb;
  readonly says: string;
  readonly options: readonly CompletedOption[];
  /** What the operands may be: a command to wrap, names of a list, files; nothing where there are none. */
  readonly operands: "command" | "files" | "none" | readonly string[];
}

export const COMPLETED_SHELLS = ["bash", "zsh", "fish"] as const;

const HELP: CompletedOption = { flags: ["--help", "-h"], says: "show this", many: false };
const HELP_ALL: CompletedOption = { flags: ["--help-all"], says: "show all options", many: false };

export const completedCommands = (): readonly CompletedCommand[] =>
  VERBS.map((row) => ({
    verb: row.verb,
    says: row.says,
    options: [...optionsOf(row.verb).map(completedOption), HELP, ...(hasSeldomOptions(row) ? [HELP_ALL] : [])],
    operands: operandsOf(row.verb),
  }));

/** The options of a command that the next word belongs to, as typed. */
export const flagsWithValue = ({ options }: CompletedCommand): readonly string[] =>
  options.flatMap(({ flags, argument }) => (argument === undefined || argument.mayLack ? [] : flags));

function operandsOf(verb: Verb): CompletedCommand["operands"] {
  if (verb === "run") return "command";
  if (verb === "listen" || verb === "doctor") return "none";
  if (verb === "ca") return ["create", "path", "remove"];
  return verb === "completion" ? COMPLETED_SHELLS : "files";
}

function completedOption({ name, short, argument, values, many, says }: OptionRow): CompletedOption {
  const flags = [`--${name}`, ...(short === undefined ? [] : [`-${short}`])];
  const base = { flags, says, many: many === true };
  if (argument === undefined) return base;
  const choices = values === undefined ? {} : { choices: values };
  const mayLack = argument.startsWith("[");
  const value = { name: mayLack ? argument.slice(1, -1) : argument, mayLack, path: /^(?:FILE|DIR)\b/.test(argument) };
  return { ...base, argument: { ...value, ...choices } };
}

/** Commands and options in the form in which a completion script needs them, whatever the shell. */
import { type OptionRow, optionsOf } from "../options.ts";
import { VERBS, type Verb } from "../verbs.ts";

export interface CompletedOption {
  /** `--output`, `-o`. */
  readonly flags: readonly string[];
  readonly says: string;
  readonly many: boolean;
  /** What follows: absent for a switch; of `choices` and paths a shell can help with the value. */
  readonly argument?: { readonly name: string; readonly choices?: readonly string[]; readonly path: boolean };
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

export const completedCommands = (): readonly CompletedCommand[] =>
  VERBS.map(({ verb, says }) => ({
    verb,
    says,
    options: [...optionsOf(verb).map(completedOption), HELP],
    operands: operandsOf(verb),
  }));

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
  return { ...base, argument: { name: argument, path: /^(?:FILE|DIR)\b/.test(argument), ...choices } };
}

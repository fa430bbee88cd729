/** Completion for fish. https://fishshell.com/docs/current/cmds/complete.html */
import { type CompletedCommand, type CompletedOption, completedCommands } from "./completed-commands.ts";

/** A file `iamgen.fish` for `~/.config/fish/completions`. */
export function fishCompletion(): string {
  const commands = completedCommands();
  const verbs = commands.map(({ verb }) => verb).join(" ");
  return [
    "# fish completion of iamgen",
    "complete -c iamgen -f",
    ...commands.map(
      ({ verb, says }) =>
        `complete -c iamgen -n 'not __fish_seen_subcommand_from ${verbs}' -a ${verb} -d ${quoted(says)}`,
    ),
    ...commands.flatMap(commandLines),
    "",
  ].join("\n");
}

function commandLines({ verb, options, operands }: CompletedCommand): string[] {
  const start = `complete -c iamgen -n '__fish_seen_subcommand_from ${verb}'`;
  return [
    ...options.map((option) => `${start}${optionWords(option)}`),
    ...operandWords(operands).map((w) => start + w),
  ];
}

function operandWords(operands: CompletedCommand["operands"]): string[] {
  if (operands === "command") return [" -x -a '(__fish_complete_subcommand --fcs-skip=2)'"];
  if (operands === "none") return [];
  return [operands === "files" ? " -F" : ` -x -a ${quoted(operands.join(" "))}`];
}

function optionWords({ flags, says, argument }: CompletedOption): string {
  const names = flags.map((flag) => (flag.startsWith("--") ? ` -l ${flag.slice(2)}` : ` -s ${flag.slice(1)}`)).join("");
  return `${names}${argument === undefined ? "" : valueWords(argument)} -d ${quoted(says)}`;
}

/** `-x` asks for a value and no file names, `-r -F` for a value that is one. */
function valueWords({ choices, path }: NonNullable<CompletedOption["argument"]>): string {
  if (choices !== undefined) return ` -x -a ${quoted(choices.join(" "))}`;
  return path ? " -r -F" : " -x";
}

const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

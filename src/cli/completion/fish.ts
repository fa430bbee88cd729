/** Completion for fish. https://fishshell.com/docs/current/cmds/complete.html */
import {
  type CompletedCommand,
  type CompletedOption,
  completedCommands,
  flagsWithValue,
} from "./completed-commands.ts";

/** A file `iamgen.fish` for `~/.config/fish/completions`. */
export function fishCompletion(): string {
  const commands = completedCommands();
  return [
    "# fish completion of iamgen",
    ...functions(commands.filter(({ operands }) => operands === "command").flatMap(flagsWithValue)),
    "complete -c iamgen -f",
    "complete -c iamgen -n __iamgen_begins -l help -s h -d 'show help'",
    "complete -c iamgen -n __iamgen_begins -l version -d 'show the version'",
    ...commands.map(({ verb, says }) => `complete -c iamgen -n __iamgen_begins -a ${verb} -d ${quoted(says)}`),
    ...commands.flatMap(commandLines),
    "",
  ].join("\n");
}

/** The command is the second word; a wrapped one begins behind `--`, or with the first that is neither option nor value. */
const functions = (withValue: readonly string[]): readonly string[] => [
  "function __iamgen_begins",
  "    test (count (commandline -opc)) -eq 1",
  "end",
  "function __iamgen_is",
  "    set -l words (commandline -opc)",
  '    test "$words[2]" = $argv[1]',
  "end",
  "function __iamgen_wrapped -d 'Its words before the one being typed; fails where it has not begun'",
  "    set -l words (commandline -opc)[3..-1]",
  "    while set -q words[1]",
  "        set -l word $words[1]",
  "        if not string match -q -- '-*' $word",
  "            break",
  "        end",
  "        set -e words[1]",
  '        if test "$word" = --',
  "            string join \\n -- $words",
  "            return 0",
  "        end",
  `        if contains -- $word ${withValue.join(" ")}; and set -q words[1]`,
  "            set -e words[1]",
  "        end",
  "    end",
  "    set -q words[1]; and printf '%s\\n' $words",
  "end",
  "function __iamgen_complete_wrapped",
  "    set -l words (__iamgen_wrapped)",
  "    if set -q words[1]; or not string match -q -- '-*' (commandline -ct)",
  "        set words (string escape -- $words) (commandline -ct)",
  '        complete --do-complete="$words"',
  "    end",
  "end",
];

function commandLines({ verb, options, operands }: CompletedCommand): string[] {
  const isCommand = operands === "command";
  const start = `complete -c iamgen -n '__iamgen_is ${verb}`;
  return [
    ...options.map(
      (option) => `${start}${isCommand ? "; and not __iamgen_wrapped >/dev/null" : ""}'${optionWords(option)}`,
    ),
    ...operandWords(operands).map((words) => `${start}'${words}`),
  ];
}

function operandWords(operands: CompletedCommand["operands"]): string[] {
  if (operands === "command") return [" -x -a '(__iamgen_complete_wrapped)'"];
  if (operands === "none") return [];
  return [operands === "files" ? " -F" : ` -x -a ${quoted(operands.join(" "))}`];
}

function optionWords({ flags, says, argument }: CompletedOption): string {
  const names = flags.map((flag) => (flag.startsWith("--") ? ` -l ${flag.slice(2)}` : ` -s ${flag.slice(1)}`)).join("");
  return `${names}${argument === undefined ? "" : valueWords(argument)} -d ${quoted(says)}`;
}

/** `-x` asks for a value and no file names, `-r -F` for a value that is one. */
function valueWords({ choices, path, mayLack }: NonNullable<CompletedOption["argument"]>): string {
  if (mayLack) return "";
  if (choices !== undefined) return ` -x -a ${quoted(choices.join(" "))}`;
  return path ? " -r -F" : " -x";
}

const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

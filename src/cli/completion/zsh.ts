/** Completion for zsh, in the words of its `_arguments`. https://zsh.sourceforge.io/Doc/Release/Completion-System.html */
import { type CompletedCommand, type CompletedOption, completedCommands } from "./completed-commands.ts";

/** A file `_iamgen` for a directory of `fpath`. */
export function zshCompletion(): string {
  const commands = completedCommands();
  return `#compdef iamgen
# What \`_arguments\` leaves of the wrapped command's line begins with \`--\` where no option stands before that.
_iamgen_wrapped() {
  if [[ $words[1] == -- ]]; then shift words; (( CURRENT-- )); fi
  _normal
}
_iamgen() {
  local curcontext=$curcontext state line
  _arguments -C '(- *)'{-h,--help}'[show help]' '(- *)--version[show the version]' '1: :->verb' '*:: :->rest'
  case $state in
    verb)
      local -a verbs=(
${commands.map(({ verb, says }) => `        ${quoted(`${verb}:${says}`)}`).join("\n")}
      )
      _describe command verbs ;;
    rest)
      case $line[1] in
${commands.map(commandCase).join("\n")}
      esac ;;
  esac
}
_iamgen "$@"
`;
}

function commandCase({ verb, options, operands }: CompletedCommand): string {
  const specs = [...options.flatMap(optionSpecs), ...operandSpec(operands)];
  // What follows the wrapped command's name is its own, be it with or without `--` before it.
  const manner = operands === "command" ? "-S -A '-*'" : "-S";
  const lines = [`_arguments ${manner}`, ...specs.map((spec) => `  ${spec}`)].join(" \\\n          ");
  return `        ${verb})\n          ${lines} ;;`;
}

function operandSpec(operands: CompletedCommand["operands"]): string[] {
  if (operands === "command") return ["'*::command:_iamgen_wrapped'"];
  if (operands === "none") return [];
  return [operands === "files" ? "'*:file:_files'" : quoted(`1:name:(${operands.join(" ")})`)];
}

/** A spec for each of an option's names: only a long one takes its value behind `=` as well. */
function optionSpecs({ flags, says, many, argument }: CompletedOption): string[] {
  const others = many ? "*" : flags.length > 1 ? `(${flags.join(" ")})` : "";
  const about = `[${says.replace(/[[\]\\]/g, "\\$&")}]${argument === undefined ? "" : valueSpec(argument)}`;
  return flags.map((flag) => {
    const joined = argument === undefined ? "" : flag.startsWith("--") ? (argument.mayLack ? "=-" : "=") : "";
    return quoted(`${others}${flag}${joined}${about}`);
  });
}

function valueSpec({ name, choices, path, mayLack }: NonNullable<CompletedOption["argument"]>): string {
  const action = choices === undefined ? (path ? "_files" : " ") : `(${choices.join(" ")})`;
  return `${mayLack ? "::" : ":"}${name.replaceAll(":", "\\:")}:${action}`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

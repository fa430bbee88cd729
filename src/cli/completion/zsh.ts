/** Completion for zsh, in the words of its `_arguments`. https://zsh.sourceforge.io/Doc/Release/Completion-System.html */
import { type CompletedCommand, type CompletedOption, completedCommands } from "./completed-commands.ts";

/** A file `_iamgen` for a directory of `fpath`. */
export function zshCompletion(): string {
  const commands = completedCommands();
  return `#compdef iamgen
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
  const specs = [...options.map(optionSpec), ...operandSpec(operands)];
  return [`        ${verb})`, "          _arguments \\", `            ${specs.join(" \\\n            ")} ;;`].join(
    "\n",
  );
}

function operandSpec(operands: CompletedCommand["operands"]): string[] {
  if (operands === "command") return ["'*::command:_normal'"];
  if (operands === "none") return [];
  return [operands === "files" ? "'*:file:_files'" : quoted(`1:name:(${operands.join(" ")})`)];
}

function optionSpec({ flags, says, many, argument }: CompletedOption): string {
  const others = many ? "*" : flags.length > 1 ? `(${flags.join(" ")})` : "";
  const name = flags.length > 1 ? `{${flags.join(",")}}` : (flags[0] ?? "");
  const about = `[${says.replace(/[[\]\\]/g, "\\$&")}]${argument === undefined ? "" : valueSpec(argument)}`;
  // A brace expansion must stand outside of the quotes.
  return flags.length > 1 ? `${quoted(others)}${name}${quoted(about)}` : quoted(`${others}${name}${about}`);
}

function valueSpec({ name, choices, path }: NonNullable<CompletedOption["argument"]>): string {
  const action = choices === undefined ? (path ? "_files" : " ") : `(${choices.join(" ")})`;
  return `:${name.replaceAll(":", "\\:")}:${action}`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Completion for bash, 3.2 (macOS) and later: no associative arrays, no `compopt`. */
import { type CompletedCommand, completedCommands, flagsWithValue } from "./completed-commands.ts";

/** A script to be sourced, or put where bash-completion looks. */
export function bashCompletion(): string {
  const commands = completedCommands();
  return `# bash completion of iamgen
_iamgen() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} verb= word i skips=
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    # Bash makes words of their own of \`=\` and what stands around it.
    if [[ -n $skips ]]; then [[ $word == '=' ]] || skips=; continue; fi
    case $verb,$word in
      ,-*) ;;
      ,*) verb=$word ;;
${commands
  .filter(({ operands }) => operands === "command")
  .map(wrappedCases)
  .join("\n")}
    esac
  done
  if [[ $cur == '=' ]]; then cur=; elif [[ $prev == '=' ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  case "$verb $prev" in
${commands.flatMap(valueCases).join("\n")}
  esac
  case "$verb" in
    '') COMPREPLY=($(compgen -W '${commands.map(({ verb }) => verb).join(" ")} --help --version' -- "$cur")) ;;
${commands.map(wordCase).join("\n")}
  esac
}
# The wrapped command begins at word $1: its own completion, where bash-completion is loaded, else names of commands.
_iamgen_wrapped() {
  if declare -F _comp_command_offset >/dev/null; then _comp_command_offset "$1"
  elif declare -F _command_offset >/dev/null; then _command_offset "$1"
  elif (($1 == COMP_CWORD)); then COMPREPLY=($(compgen -c -- "\${COMP_WORDS[COMP_CWORD]}"))
  fi
}
complete -o default -F _iamgen iamgen
`;
}

/** Where the wrapped command begins: behind `--`, or with the first word that is neither an option nor its value. */
function wrappedCases(command: CompletedCommand): string {
  const values = flagsWithValue(command).map((flag) => `${command.verb},${flag}`);
  return [
    `      ${command.verb},--) _iamgen_wrapped $((i + 1)); return ;;`,
    `      ${values.join(" | ")}) skips=1 ;;`,
    `      ${command.verb},-*) ;;`,
    `      ${command.verb},*) _iamgen_wrapped $i; return ;;`,
  ].join("\n");
}

/** An empty reply leaves the word to file names (\`-o default\`). */
function valueCases({ verb, options }: CompletedCommand): string[] {
  return options.flatMap(({ flags, argument }) => {
    if (argument === undefined) return [];
    const patterns = flags.map((flag) => `'${verb} ${flag}'`).join(" | ");
    const { choices, mayLack } = argument;
    const reply = choices === undefined ? "" : `COMPREPLY=($(compgen -W '${choices.join(" ")}' -- "$cur")); `;
    return [`    ${patterns}) ${reply}${mayLack ? "[[ $cur == -* ]] || " : ""}return ;;`];
  });
}

function wordCase({ verb, options, operands }: CompletedCommand): string {
  const names = options.flatMap(({ flags }) => flags).filter((flag) => flag.startsWith("--"));
  const words = typeof operands === "string" ? names : [...operands, ...names];
  const reply = `COMPREPLY=($(compgen -W '${words.join(" ")}' -- "$cur"))`;
  if (operands === "command") return `    ${verb}) if [[ $cur == -* ]]; then ${reply}; else _iamgen_wrapped $i; fi ;;`;
  return `    ${verb}) ${operands === "files" ? `[[ $cur != -* ]] || ${reply}` : reply} ;;`;
}

/** Completion for bash, 3.2 (macOS) and later: no associative arrays, no `compopt`. */
import { type CompletedCommand, completedCommands } from "./completed-commands.ts";

/** A script to be sourced, or put where bash-completion looks. */
export function bashCompletion(): string {
  const commands = completedCommands();
  return `# bash completion of iamgen
_iamgen() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} verb= word i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case $verb,$word in
      ,-*) ;;
      ,*) verb=$word ;;
      run,--)
        # The wrapped command's own completion, where bash-completion is loaded.
        if declare -F _command_offset >/dev/null; then _command_offset $((i + 1)); fi
        return ;;
    esac
  done
  # Bash makes words of their own of \`=\` and what stands around it.
  if [[ $cur == '=' ]]; then cur=; elif [[ $prev == '=' ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  case "$verb $prev" in
${commands.flatMap(valueCases).join("\n")}
  esac
  case "$verb" in
    '') COMPREPLY=($(compgen -W '${commands.map(({ verb }) => verb).join(" ")} --help --version' -- "$cur")) ;;
${commands.map(wordCase).join("\n")}
  esac
}
complete -o default -F _iamgen iamgen
`;
}

/** An empty reply leaves the word to file names (\`-o default\`). */
function valueCases({ verb, options }: CompletedCommand): string[] {
  return options.flatMap(({ flags, argument }) => {
    if (argument === undefined) return [];
    const patterns = flags.map((flag) => `'${verb} ${flag}'`).join(" | ");
    const { choices } = argument;
    const reply = choices === undefined ? "" : `COMPREPLY=($(compgen -W '${choices.join(" ")}' -- "$cur")); `;
    return [`    ${patterns}) ${reply}return ;;`];
  });
}

function wordCase({ verb, options, operands }: CompletedCommand): string {
  const names = options.flatMap(({ flags }) => flags).filter((flag) => flag.startsWith("--"));
  const words = typeof operands === "string" ? names : [...operands, ...names];
  const isForced = typeof operands === "string" && operands !== "none";
  const reply = `COMPREPLY=($(compgen -W '${words.join(" ")}' -- "$cur"))`;
  return `    ${verb}) ${isForced ? `[[ $cur != -* ]] || ${reply}` : reply} ;;`;
}

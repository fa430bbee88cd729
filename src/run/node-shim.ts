/** A `node` for the front of PATH: many package scripts say `NODE_OPTIONS=… jest`, which takes the hook away. */

/** All shim directories end in this name, by which a shim knows its like (a run inside a run) and steps over it. */
export const SHIM_DIRECTORY = "iamgen-shim";

/** A POSIX shell script that puts the hook back if it is missing and becomes the next `node` on PATH. */
export function nodeShim(requireHook: string): string {
  return `#!/bin/sh
# Written by iamgen: puts its hook back where a script replaced NODE_OPTIONS, then becomes the next node on PATH.
option=${shellWord(requireHook)}
case "$NODE_OPTIONS" in
  *"$option"*) ;;
  *) [ -z "$IAMGEN_PROXY_PORT" ] || export NODE_OPTIONS="$option\${NODE_OPTIONS:+ $NODE_OPTIONS}" ;;
esac
set -f
IFS=:
for directory in $PATH; do
  case "$directory" in */${SHIM_DIRECTORY} | */${SHIM_DIRECTORY}/) continue ;; esac
  candidate="\${directory:-.}/node"
  if [ -f "$candidate" ] && [ -x "$candidate" ]; then exec "$candidate" "$@"; fi
done
echo "node: not found" >&2
exit 127
`;
}

function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * Programs of ours for the front of PATH: each prepares the environment of the program whose name it has, and becomes that.
 * POSIX shell; the real program is the next of its name on PATH, and its arguments and exit code are its own.
 */

/** All shim directories end in this name, by which a shim knows its like (a run inside a run) and steps over it. */
export const SHIM_DIRECTORY = "iamgen-shim";

export interface Shim {
  /** The program's name. */
  readonly program: string;
  /** What it is there for: completes `Written by iamgen: …`. */
  readonly purpose: string;
  /** Lines of shell that change the environment, or add arguments; outside a run they change nothing. */
  readonly preparation: string;
}

/** The text of the shim's file. Names of variables are ours alone: one that the environment has would be passed on changed. */
export function shimText({ program, purpose, preparation }: Shim): string {
  return `#!/bin/sh
# Written by iamgen: ${purpose}, then becomes the next ${program} on PATH.
${preparation}
set -f
IFS=:
for iamgen_directory in $PATH; do
  case "$iamgen_directory" in */${SHIM_DIRECTORY} | */${SHIM_DIRECTORY}/) continue ;; esac
  iamgen_candidate="\${iamgen_directory:-.}/${program}"
  if [ -f "$iamgen_candidate" ] && [ -x "$iamgen_candidate" ]; then exec "$iamgen_candidate" "$@"; fi
done
echo "${program}: not found" >&2
exit 127
`;
}

/** The text as one word of the shell. */
export const shellWord = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * A `node` for the front of PATH: many package scripts say `NODE_OPTIONS=… jest`, which takes the hook away, and some runners
 * (Turborepo) leave NODE_OPTIONS to their tasks, but not the variables that the hook reads.
 */
import { type Shim, shellWord } from "./shim.ts";

/** Puts the hook back if it is missing, and its variables, which the file `variables` sets for as long as the run lives. */
export const nodeShim = (requireHook: string, variables: string): Shim => ({
  program: "node",
  purpose: "puts its hook back where a script replaced NODE_OPTIONS, or its variables where a runner took them",
  preparation: `option=${shellWord(requireHook)}
variables=${shellWord(variables)}
case "$NODE_OPTIONS" in
  *"$option"*) [ -n "$IAMGEN_PROXY_PORT" ] || [ ! -r "$variables" ] || command . "$variables" 2>/dev/null ;;
  *) [ -z "$IAMGEN_PROXY_PORT" ] || export NODE_OPTIONS="$option\${NODE_OPTIONS:+ $NODE_OPTIONS}" ;;
esac`,
});

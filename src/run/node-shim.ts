/** A `node` for the front of PATH: many package scripts say `NODE_OPTIONS=… jest`, which takes the hook away. */
import { type Shim, shellWord } from "./shim.ts";

/** Puts the hook back if it is missing. */
export const nodeShim = (requireHook: string): Shim => ({
  program: "node",
  purpose: "puts its hook back where a script replaced NODE_OPTIONS",
  preparation: `option=${shellWord(requireHook)}
case "$NODE_OPTIONS" in
  *"$option"*) ;;
  *) [ -z "$IAMGEN_PROXY_PORT" ] || export NODE_OPTIONS="$option\${NODE_OPTIONS:+ $NODE_OPTIONS}" ;;
esac`,
});

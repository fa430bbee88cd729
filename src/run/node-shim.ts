/**
 * A `node` for the front of PATH: many package scripts say `NODE_OPTIONS=… jest`, which takes the hook away, and some runners
 * (Turborepo) leave NODE_OPTIONS to their tasks, but not the variables that the hook reads. And under Node's permission model a file
 * that is required and may not be read ends the program.
 */
import { dirname } from "node:path";
import { requireOption } from "./hook-option.ts";
import { type Shim, shellWord } from "./shim.ts";

/**
 * Puts the hook back if it is missing, and its variables, which the file `variables` sets for as long as the run lives; lets Node read it
 * where that is asked for. The option is an error without the model, and unknown before Node 20: so it cannot stand in NODE_OPTIONS.
 */
export const nodeShim = (hook: string, variables: string): Shim => ({
  program: "node",
  purpose: "puts its hook back where a script replaced NODE_OPTIONS, or its variables where a runner took them",
  preparation: `iamgen_option=${shellWord(requireOption(hook))}
iamgen_variables=${shellWord(variables)}
case "$NODE_OPTIONS" in
  *"$iamgen_option"*)
    [ -n "$IAMGEN_PROXY_PORT" ] || [ ! -r "$iamgen_variables" ] || command . "$iamgen_variables" 2>/dev/null ;;
  *) [ -z "$IAMGEN_PROXY_PORT" ] || export NODE_OPTIONS="$iamgen_option\${NODE_OPTIONS:+ $NODE_OPTIONS}" ;;
esac
case " $NODE_OPTIONS " in
  *" --permission "* | *" --experimental-permission "*) iamgen_model=on ;;
  *) iamgen_model= ;;
esac
for iamgen_argument do
  case "$iamgen_argument" in
    --permission | --experimental-permission) iamgen_model=on ;;
    -*) ;;
    # Behind the program's file stand its own arguments.
    *) break ;;
  esac
done
[ -z "$IAMGEN_PROXY_PORT" ] || [ -z "$iamgen_model" ] ||
  set -- ${shellWord(`--allow-fs-read=${dirname(hook)}/`)} "$@"`,
});

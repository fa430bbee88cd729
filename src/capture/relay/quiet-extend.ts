/**
 * To be loaded ahead of http-proxy, which takes `util._extend` when it is loaded: from Node 22 on its first use prints DEP0060
 * to stderr, which is the wrapped program's. `Object.assign` does the same, in our own process only.
 */
import util from "node:util";

if ("_extend" in util) Reflect.set(util, "_extend", Object.assign);

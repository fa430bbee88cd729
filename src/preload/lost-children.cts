/**
 * Notices Node programs that this one starts with an environment of its own, in which the hook is not: their calls go unseen.
 * A part of the hook `register.cts`, whose rules hold here. The environment stays as it is, for it may be what is tested.
 */
import type { LookOut } from "./hook-parts.ts";

const requireModule = require;
/** The `node` of ours on PATH puts back whichever of the two is missing; see `run/node-shim.ts`. */
const SHIM = /^PATH=.*\/iamgen-shim(?::|\/:|\/?$)/;
const PORT = /^IAMGEN_PROXY_PORT=./;
const HOOK = /^NODE_OPTIONS=.*register\.cjs/;

const isBag = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function losesHook(file: unknown, pairs: readonly unknown[]): boolean {
  if (file !== "node" && file !== process.execPath) return false;
  const has = (form: RegExp): boolean => pairs.some((pair) => typeof pair === "string" && form.test(pair));
  return file === "node" && has(SHIM) ? !has(PORT) && !has(HOOK) : !has(PORT) || !has(HOOK);
}

const noticeLostChildren: LookOut = (wrap, notify) => {
  let isWatched = false;
  // Loading child_process takes longer than the hook, so that is left to the program: from 20 on Node tells of a child before it
  // starts. What is thrown in here would be the program's uncaught exception.
  requireModule("diagnostics_channel").subscribe("child_process", (made: unknown) => {
    const child: unknown = isBag(made) ? made["process"] : undefined;
    if (isWatched || !isBag(child)) return;
    isWatched = true;
    wrap(Object.getPrototypeOf(child), "spawn", (_self, [options]) => {
      if (isBag(options) && Array.isArray(options["envPairs"]) && losesHook(options["file"], options["envPairs"])) {
        notify("lost-child");
      }
      return undefined;
    });
  });
};

module.exports = noticeLostChildren;

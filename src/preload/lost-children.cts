/**
 * Node programs that this one starts with an environment of its own. Where only NODE_OPTIONS was replaced, the hook is put back,
 * as the `node` of ours on PATH does (`run/node-shim.ts`), which some go past; under Node's permission model it may be read, as
 * there. Where our variables are gone, too, the environment stays as it is, for it may be what is tested, and iamgen is told.
 * A part of the hook `register.cts`, whose rules hold here.
 */
import type { LookOut } from "./hook-parts.ts";

const requireModule = require;
const HOOK = /--require (?:"[^"]*preload\/register\.cjs"|\S*preload\/register\.cjs)/;
const PORT = /^IAMGEN_PROXY_PORT=./;
const SHIM = /^PATH=.*\/iamgen-shim(?::|\/:|\/?$)/;
const NODE_OPTIONS = "NODE_OPTIONS=";
const MODEL = /(?:^|[\s=])--(?:experimental-)?permission(?!\S)/;

type Bag = Readonly<Record<string, unknown>>;
const isBag = (value: unknown): value is Bag => typeof value === "object" && value !== null;

/** `K=V` of the child's environment, with the hook; undefined where it is there already, or cannot be put there. */
function hooked(pairs: readonly string[], hook: string | undefined): readonly string[] | undefined {
  const given = pairs.filter((pair) => pair.indexOf(NODE_OPTIONS) === 0).pop();
  if (hook === undefined || (given !== undefined && HOOK.test(given))) return undefined;
  const own = given === undefined ? "" : given.slice(NODE_OPTIONS.length).trim();
  const others = pairs.filter((pair) => pair.indexOf(NODE_OPTIONS) !== 0);
  return others.concat(`${NODE_OPTIONS}${own === "" ? hook : `${hook} ${own}`}`);
}

/** Behind the first argument that is no option stand those of the program. */
function underModel(args: readonly string[], pairs: readonly string[]): boolean {
  const options = args.slice(1);
  const end = options.findIndex((argument) => argument[0] !== "-");
  const inOptions = (pair: string): boolean => pair.indexOf(NODE_OPTIONS) === 0 && MODEL.test(pair);
  return pairs.some(inOptions) || options.slice(0, end < 0 ? undefined : end).some((argument) => MODEL.test(argument));
}

const noticeLostChildren: LookOut = (wrap, notify) => {
  // Neither reads NODE_OPTIONS of its children as Node does, and Deno might ask its user for what is touched here.
  if (process.versions["bun"] !== undefined || Reflect.has(global, "Deno")) return;
  const hook = (HOOK.exec(process.env["NODE_OPTIONS"] || "") || [])[0];
  const look = (options: Bag): void => {
    const { args, file, envPairs } = options;
    if ((file !== "node" && file !== process.execPath) || !Array.isArray(envPairs) || !Array.isArray(args)) return;
    const pairs = envPairs.map(String);
    const has = (form: RegExp): boolean => pairs.some((pair) => form.test(pair));
    const goesPastShim = file !== "node" || !has(SHIM);
    if (!has(PORT)) {
      if (goesPastShim || !has(HOOK)) notify("lost-child");
    } else if (!underModel(args.map(String), pairs)) {
      const mended = hooked(pairs, hook);
      if (mended !== undefined) Reflect.set(options, "envPairs", mended);
    } else if (goesPastShim && has(HOOK)) {
      Reflect.set(options, "args", [args[0], `--allow-fs-read=${__dirname}/`, ...args.slice(1)]);
    }
  };
  let isWatched = false;
  // Loading child_process takes longer than the hook, so that is left to the program: from 20 on Node tells of a child before it
  // starts. What is thrown in here would be the program's uncaught exception.
  requireModule("diagnostics_channel").subscribe("child_process", (made: unknown) => {
    const child: unknown = isBag(made) ? made["process"] : undefined;
    if (isWatched || !isBag(child)) return;
    isWatched = true;
    wrap(Object.getPrototypeOf(child), "spawn", (_self, [options]) => {
      if (isBag(options)) look(options);
      return undefined;
    });
  });
};

module.exports = noticeLostChildren;

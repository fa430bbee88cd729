/**
 * Which test is running, as `iamgen/vitest` and `iamgen/jest` tell on a diagnostics channel: a module of Node is the one thing that
 * a test's sandbox shares with this hook. A part of the hook `register.cts`, whose rules hold here.
 */

const loadModule = require;

/** Counterpart: `library/test-channel.ts`. */
const CHANNEL = "iamgen:test";

/** The name of the one test that is running; undefined where there is none, or several at once and nobody can tell whose a call is. */
const watchTests = (): (() => string | undefined) => {
  const { channel }: typeof import("node:diagnostics_channel") = loadModule("diagnostics_channel");
  const running = new Map<string, number>();
  const told = channel(CHANNEL);
  told.subscribe((message) => {
    const { name, isRunning } = Object(message);
    const text = String(name)
      .replace(/\p{Cc}+/gu, " ")
      .slice(0, 300);
    const count = (running.get(text) || 0) + (isRunning === true ? 1 : -1);
    if (count > 0) running.set(text, count);
    else running.delete(text);
  });
  // A channel that nobody holds is collected, and its subscribers with it.
  Object.defineProperty(watchTests, "channel", { value: told });
  return () => (running.size === 1 ? Array.from(running.keys())[0] : undefined);
};

module.exports = watchTests;

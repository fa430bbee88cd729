/**
 * A setup file for jest: `setupFilesAfterEnv: ["iamgen/jest"]`. With `iamgen run --callers -- jest` each call is attributed to the
 * test that made it. CommonJS, because jest loads such files so; counterpart of `vitest.ts`, with jest's globals.
 */
const { channel }: typeof import("node:diagnostics_channel") = require("node:diagnostics_channel");

interface JestGlobals {
  readonly beforeEach: (hook: () => void) => void;
  readonly afterEach: (hook: () => void) => void;
  readonly expect: { readonly getState: () => { readonly currentTestName?: string } };
}

function jestGlobals(): JestGlobals {
  const { beforeEach, afterEach, expect }: Partial<JestGlobals> = Object(globalThis);
  if (beforeEach === undefined || afterEach === undefined || expect === undefined) {
    throw new Error("iamgen/jest belongs to setupFilesAfterEnv of jest, where its hooks are global");
  }
  return { beforeEach, afterEach, expect };
}

// Not `jest`: that is a parameter of the function into which jest puts this file.
const suite = jestGlobals();

/** Counterpart: `preload/running-test.cts`. */
const tests = channel("iamgen:test");
const tell = (isRunning: boolean) => (): void => {
  if (tests.hasSubscribers) tests.publish({ name: String(suite.expect.getState().currentTestName), isRunning });
};

suite.beforeEach(tell(true));
suite.afterEach(tell(false));

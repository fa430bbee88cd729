import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";

const FILE = join(import.meta.dirname, "../../dist/library/jest.cjs");

/** As jest does: in a global object of the test file's own, with Node's modules from outside. */
function loadedBy(sandbox: object): void {
  const parameters = "module, exports, require, __dirname, __filename, jest";
  const wrapped = `(function (${parameters}) { ${readFileSync(FILE, "utf8")} })`;
  runInNewContext(wrapped, { ...sandbox })({}, {}, createRequire(import.meta.url), "", "", {});
}

test("tells each test of jest, from within its sandbox", () => {
  const hooks: (() => void)[] = [];
  const hook = (work: () => void): void => {
    hooks.push(work);
  };
  loadedBy({
    beforeEach: hook,
    afterEach: hook,
    expect: { getState: () => ({ currentTestName: "uploads keep the name" }) },
  });
  const told: unknown[] = [];
  const listener = (message: unknown): void => {
    told.push({ ...Object(message) });
  };
  subscribe("iamgen:test", listener);
  for (const work of hooks) work();
  unsubscribe("iamgen:test", listener);
  expect(told).toEqual([
    { name: "uploads keep the name", isRunning: true },
    { name: "uploads keep the name", isRunning: false },
  ]);
});

test("says where it belongs, if it is loaded without jest's hooks", () => {
  expect(() => loadedBy({})).toThrow("setupFilesAfterEnv");
});

import util from "node:util";
import { expect, test } from "vitest";
import "../../../src/capture/relay/quiet-extend.ts";

test("what http-proxy copies options with is no deprecated function", () => {
  const extend: unknown = Reflect.get(util, "_extend");
  expect(extend).toBe(Object.assign);
});

test("other deprecations are still warned of", () => {
  expect(process.noDeprecation).not.toBe(true);
});

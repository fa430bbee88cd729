import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tellTest } from "../../src/library/test-channel.ts";

const watchTests: () => () => string | undefined = createRequire(import.meta.url)(
  join(import.meta.dirname, "../../dist/preload/running-test.cjs"),
);
const running = watchTests();

test("knows the test that is running, until it has ended", () => {
  expect(running()).toBeUndefined();
  tellTest("uploads > keeps the name", true);
  expect(running()).toBe("uploads > keeps the name");
  tellTest("uploads > keeps the name", false);
  expect(running()).toBeUndefined();
});

test("of several at once it names none, and the last one again", () => {
  for (const name of ["one", "two"]) tellTest(name, true);
  expect(running()).toBeUndefined();
  tellTest("one", false);
  expect(running()).toBe("two");
  tellTest("two", false);
});

test("a name is one line, and not endless; an end without a beginning changes nothing", () => {
  const name = `a\nb\t${"c".repeat(500)}`;
  tellTest("never begun", false);
  tellTest(name, true);
  expect(running()).toBe(`a b ${"c".repeat(296)}`);
  tellTest(name, false);
  expect(running()).toBeUndefined();
});

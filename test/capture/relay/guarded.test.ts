import { expect, test } from "vitest";
import { guarded } from "../../../src/capture/relay/guarded.ts";

test("what a handler throws becomes the failure that was agreed on, and goes no further", () => {
  const seen: unknown[] = [];
  const handle = guarded(
    (value: number) => {
      seen.push(value);
      if (value > 1) throw new Error("planted");
    },
    () => seen.push("failed"),
  );
  handle(1);
  handle(2);
  expect(seen).toEqual([1, 2, "failed"]);
});

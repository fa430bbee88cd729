import { expect, test } from "vitest";
import { Invocations } from "../../src/record/invocations.ts";

test("the invocation that was quiet for longest is forgotten first", () => {
  const invocations = new Invocations<number>(2);
  invocations.set("a", 1);
  invocations.set("b", 2);
  invocations.set("a", 3);
  invocations.set("c", 4);

  expect(["a", "b", "c"].map((id) => invocations.get(id))).toEqual([3, undefined, 4]);
});

import { expect, test } from "vitest";
import { Invocations } from "../../src/record/invocations.ts";

const known = (invocations: Invocations<number>, ...ids: string[]) => ids.map((id) => invocations.get(id));

test("what was quiet for longest is forgotten first", () => {
  const invocations = new Invocations<number>(2);
  invocations.set("a", 1);
  invocations.set("b", 2);
  invocations.set("a", 3);
  invocations.set("c", 4);

  expect(known(invocations, "a", "b", "c")).toEqual([3, undefined, 4]);
});

test("the newest are remembered, and no more than twice as many", () => {
  const invocations = new Invocations<number>(100);
  for (let n = 0; n < 1050; n += 1) invocations.set(`i${n}`, n);
  const remembered = Array.from({ length: 1050 }, (_, n) => n).filter((n) => invocations.get(`i${n}`) === n);

  expect(remembered.slice(-100)).toEqual(Array.from({ length: 100 }, (_, n) => 950 + n));
  expect(remembered.length).toBeLessThanOrEqual(200);
});

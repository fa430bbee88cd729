import { expect, test } from "vitest";
import { VERBS } from "../../src/cli/verbs.ts";

test("every example is a command line of the command it stands for", () => {
  for (const { verb, example } of VERBS) expect(example.split(" ").slice(0, 2)).toEqual(["iamgen", verb]);
});

test("no command is listed twice", () => {
  const verbs = VERBS.map(({ verb }) => verb);
  expect(verbs).toEqual([...new Set(verbs)]);
});

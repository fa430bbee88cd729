import { expect, test } from "vitest";
import { ANSWERS } from "../../src/services/decode-records.ts";
import { defineAnswers } from "../../src/services/define-answers.ts";

test("records are what was written, in order", () => {
  const [first, second] = ANSWERS;
  if (first === undefined || second === undefined) throw new Error("no answers are defined");
  expect(defineAnswers(second, first)).toEqual([second, first]);
});

test("a rule that reads the body also asks for it", () => {
  const reads = ANSWERS.filter(({ facts }) => JSON.stringify(facts).includes('"from":"body"'));
  expect(reads.filter(({ bodyBytes }) => bodyBytes === 0)).toEqual([]);
  expect(reads.length).toBeGreaterThan(0);
});

test("no operation has two rules", () => {
  const names = ANSWERS.flatMap(({ sdkId, operations }) => operations.map((operation) => `${sdkId}:${operation}`));
  expect(new Set(names).size).toBe(names.length);
});

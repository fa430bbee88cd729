import { expect, test } from "vitest";
import { roleAnswers } from "../../src/services/role-answers.ts";

test("every answer is read where its API puts roles", () => {
  expect(roleAnswers.flatMap(({ operations }) => operations)).toEqual([
    "CreateRole",
    "GetRole",
    "GetInstanceProfile",
    "DescribeTaskDefinition",
    "RegisterTaskDefinition",
  ]);
  expect(roleAnswers.every(({ facts }) => facts.every(({ kind }) => kind === "role"))).toBe(true);
});

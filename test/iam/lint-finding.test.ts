import { expect, test } from "vitest";
import { didYouMean, LINT_RULES, lintFinding } from "../../src/iam/lint-finding.ts";

test("every code says what it means in one sentence, and code scanning takes its name", () => {
  for (const [code, { says }] of Object.entries(LINT_RULES)) {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(says).toMatch(/^[A-Z].*[^.]$/);
  }
});

test("a finding is as serious as its code", () => {
  expect(lintFinding("allow-all-but", { message: "x" })).toEqual({
    code: "allow-all-but",
    severity: "warning",
    message: "x",
  });
});

test("there is no hint where no name is near", () => {
  expect(didYouMean(undefined)).toEqual({});
});

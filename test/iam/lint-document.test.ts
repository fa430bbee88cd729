import { describe, expect, test } from "vitest";
import { lintElements, lintSids, lintSize, lintVersion } from "../../src/iam/lint-document.ts";
import type { LintedPolicy } from "../../src/iam/lint-finding.ts";
import type { Statement } from "../../src/iam/policy-document.ts";
import { CLEAN, LINT_CONTEXT } from "../support/lint.ts";

const policy = (...statements: Statement[]): LintedPolicy => ({
  statements: statements.map((statement) => ({ statement, isComputed: false })),
});

test.each([
  ["2012-10-17", []],
  ["2008-10-17", ["version-outdated"]],
  ["", ["version-outdated"]],
  ["2012-10-18", ["version-invalid"]],
])("Version %j gives %j", (version, codes) => {
  expect(lintVersion({ version, statements: [] }).map(({ code }) => code)).toEqual(codes);
});

test("a Version that the deploying tool writes is no affair of the file", () => {
  expect(lintVersion({ statements: [] })).toEqual([]);
});

test("Sids are unique within a policy, and letters and digits", () => {
  const found = lintSids(
    policy({ ...CLEAN, Sid: "A" }, { ...CLEAN, Sid: "b-c" }, { ...CLEAN, Sid: "A" }, CLEAN, CLEAN),
  );
  expect(found.map(({ code, statement }) => [code, statement])).toEqual([
    ["sid-malformed", 1],
    ["sid-duplicate", 2],
  ]);
  expect(found[1]?.message).toBe("Sid `A` is that of Statement[0] too");
});

test.each<[string, Statement, string[]]>([
  ["no Action", { Effect: "Allow", Resource: "*" }, ["element-missing"]],
  ["an empty Action", { Effect: "Allow", Action: [], Resource: "*" }, ["element-missing"]],
  ["no Resource", { Effect: "Allow", Action: "s3:GetObject" }, ["element-missing"]],
  ["both forms", { Effect: "Allow", Action: "s3:*", NotAction: "s3:*", Resource: "*" }, ["element-missing"]],
  ["Allow with NotAction", { Effect: "Allow", NotAction: "s3:*", Resource: "*" }, ["allow-all-but"]],
  ["Allow with NotResource", { Effect: "Allow", Action: "s3:*", NotResource: "*" }, ["allow-all-but"]],
  ["Deny with NotAction", { Effect: "Deny", NotAction: "s3:*", Resource: "*" }, []],
  ["all on all", { Effect: "Allow", Action: "*", Resource: ["*"] }, ["full-access"]],
  ["all on all denied", { Effect: "Deny", Action: "*", Resource: "*" }, []],
])("%s", (_, statement, codes) => {
  expect(lintElements(statement, 0).map(({ code }) => code)).toEqual(codes);
});

describe("size", () => {
  const large = policy({ ...CLEAN, Resource: Array.from({ length: 300 }, (_, n) => `arn:aws:s3:::photos/${n}`) });

  test("is an error for the attachment that is asked for", () => {
    expect(lintSize(large, { ...LINT_CONTEXT, attachAs: "user-inline" })).toMatchObject([
      {
        code: "oversize",
        severity: "error",
        message: expect.stringMatching(/^the policy has 7,\d+ characters, .* 2,048$/),
      },
    ]);
    expect(lintSize(large, { ...LINT_CONTEXT, attachAs: "role-inline" })).toEqual([]);
  });

  test("is a warning where the attachment is not known", () => {
    expect(lintSize(large, LINT_CONTEXT)).toMatchObject([{ severity: "warning" }]);
  });

  test("is not judged where a part is computed", () => {
    const computed = { statements: large.statements.map((one) => ({ ...one, isComputed: true })) };
    expect(lintSize(computed, LINT_CONTEXT)).toEqual([]);
  });
});

import { expect, test } from "vitest";
import { lintSummary, lintText } from "../../src/cli/lint-formats.ts";
import { CHECK_FORMATS } from "../../src/cli/options.ts";
import type { PlacedFinding } from "../../src/merge/lint-file.ts";

const region = { startLine: 3, startColumn: 7, endLine: 3, endColumn: 20 };
const FINDINGS: readonly PlacedFinding[] = [
  {
    code: "action-unknown",
    severity: "error",
    message: "AWS has no action `a|b`",
    hint: "did you mean `ab`?",
    address: "",
    region,
  },
  { code: "full-access", severity: "warning", message: "the statement allows all", address: "", region },
];
const LINT = { path: "iam/p.json", findings: FINDINGS };

test("text has a line each, as compilers write it, with its hint below, and the numbers", () => {
  expect(lintText("text", LINT)).toBe(
    [
      "iam/p.json:3:7: error: AWS has no action `a|b` (action-unknown)",
      "  hint: did you mean `ab`?",
      "iam/p.json:3:7: warning: the statement allows all (full-access)",
      "1 error, 1 warning",
      "",
    ].join("\n"),
  );
});

test("json holds all that was found", () => {
  expect(JSON.parse(lintText("json", LINT))).toEqual(LINT);
});

test("markdown has a row each; a bar in a name ends no cell", () => {
  expect(lintText("markdown", LINT).split("\n")).toContain(
    "| error | `action-unknown` | AWS has no action `a\\|b`; did you mean `ab`? | 3 |",
  );
});

test("github has a workflow command each", () => {
  expect(lintText("github", LINT).split("\n")).toEqual([
    "::error file=iam/p.json,line=3,endLine=3,title=iamgen%3A action-unknown::AWS has no action `a|b`; did you mean `ab`?",
    "::warning file=iam/p.json,line=3,endLine=3,title=iamgen%3A full-access::the statement allows all",
    "",
  ]);
});

test("sarif names the rule of each result among all rules", () => {
  const [run] = JSON.parse(lintText("sarif", LINT)).runs;
  const named = run.results.map(({ ruleIndex }: { ruleIndex: number }) => run.tool.driver.rules[ruleIndex].id);
  expect(named).toEqual(["action-unknown", "full-access"]);
  expect(run.results[0].level).toBe("error");
});

test.each(CHECK_FORMATS)("%s says of a clean file no finding", (format) => {
  expect(lintText(format, { path: "p.json", findings: [] })).not.toMatch(/error: |warning: /);
  expect(lintSummary([])).toBe("0 errors, 0 warnings");
});

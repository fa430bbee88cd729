import { expect, test } from "vitest";
import { checkText } from "../../src/cli/check-formats.ts";
import { CHECK_FORMATS } from "../../src/cli/options.ts";
import { POLICY_CHECK } from "../support/policy-check.ts";

const CHECKED = { path: "iam/a,b.yaml", address: "Resources.Policy" };
const CLEAN = { needed: 3, missing: [], excess: [], unknown: [] };

test("text has a line each, as editors jump to them, and the numbers", () => {
  const lines = checkText("text", POLICY_CHECK, CHECKED).split("\n");
  expect(lines[0]).toBe("iam/a,b.yaml:1: missing: s3:PutObject on arn:aws:s3:::a|b/*");
  expect(lines.slice(-2)).toEqual(["4 needed, 3 missing, 1 excess", ""]);
});

test("json holds all that was found", () => {
  expect(JSON.parse(checkText("json", POLICY_CHECK, CHECKED))).toEqual({ ...CHECKED, ...POLICY_CHECK });
});

test("markdown has a table a kind; a bar in a name ends no cell", () => {
  const lines = checkText("markdown", POLICY_CHECK, CHECKED).split("\n");
  expect(lines[0]).toBe("### iamgen check: `iam/a,b.yaml`, `Resources.Policy`");
  expect(lines).toContain("| `s3:PutObject` | `arn:aws:s3:::a\\|b/*` | not-allowed | 1 |");
  expect(lines).toContain("| Permissions management | `s3:*` | `*` | wide-action | 7 |");
  expect(checkText("markdown", CLEAN, CHECKED)).not.toContain("|");
});

test("github has a workflow command each, with what would end a property escaped", () => {
  const lines = checkText("github", POLICY_CHECK, CHECKED).split("\n");
  expect(lines[0]).toBe(
    "::error file=iam/a%2Cb.yaml,line=1,endLine=2,title=iamgen%3A missing-permission::missing: s3:PutObject on arn:aws:s3:::a|b/*",
  );
  expect(lines.map((line) => /^::(\w+)/.exec(line)?.[1])).toEqual(["error", "error", "notice", "warning", undefined]);
});

test.each(CHECK_FORMATS)("%s says of a clean policy no finding", (format) => {
  expect(checkText(format, CLEAN, CHECKED)).not.toMatch(/missing:|excess \(/);
});

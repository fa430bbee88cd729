import { expect, test } from "vitest";
import { type CallRemark, remarkFindings } from "../../src/synthesize/call-remark.ts";

const remark = (code: CallRemark["code"], message: string, call: number): CallRemark => ({ code, message, call });

test("the same remark on several calls is one finding", () => {
  expect(
    remarkFindings([
      remark("needs-no-permission", "b", 7),
      remark("deprecated-operation", "c", 2),
      remark("needs-no-permission", "a", 1),
      remark("needs-no-permission", "b", 3),
    ]),
  ).toEqual([
    { code: "deprecated-operation", severity: "info", message: "c", calls: [2] },
    { code: "needs-no-permission", severity: "info", message: "a", calls: [1] },
    { code: "needs-no-permission", severity: "info", message: "b", calls: [3, 7] },
  ]);
});

test("nothing remarked is nothing found", () => {
  expect(remarkFindings([])).toEqual([]);
});

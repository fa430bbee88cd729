import { expect, test } from "vitest";
import { unlessMember, whenMember, whenMemberMatches } from "../../src/services/rule-condition.ts";

test("is plain data", () => {
  expect(unlessMember("Version")).toEqual({ kind: "not", condition: whenMember("Version") });
  expect(whenMemberMatches("Name", /a/)).toEqual({
    kind: "matches",
    of: { kind: "member", path: "Name" },
    pattern: /a/,
  });
});

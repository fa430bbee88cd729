import { expect, test } from "vitest";
import { annotation } from "../../src/cli/github-annotation.ts";

test("what would end a property or the line is escaped", () => {
  const region = { startLine: 2, startColumn: 1, endLine: 4, endColumn: 3 };
  expect(annotation({ rule: "r", level: "note", message: "50 % of:\na,b", region }, "a:b,c.json")).toBe(
    "::notice file=a%3Ab%2Cc.json,line=2,endLine=4,title=iamgen%3A r::50 %25 of:%0Aa,b\n",
  );
});

import { expect, test } from "vitest";
import rules from "../../src/services/connectcases.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a case without fields is read on its domain and itself", () => {
  expect(permits("GetCase", { domainId: "d1", caseId: "c1", fields: [] })).toEqual([
    "cases:GetCase arn:aws:cases:us-east-1:123456789012:domain/d1 + arn:aws:cases:us-east-1:123456789012:domain/d1/case/c1",
  ]);
});

import { expect, test } from "vitest";
import rules from "../../src/services/auditmanager.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a framework of other frameworks' controls is checked on each of them once", () => {
  const controlSets = [{ controls: [{ id: "c1" }] }, { controls: [{ id: "c1" }, { id: "c2" }] }];
  expect(permits("UpdateAssessmentFramework", { frameworkId: "f1", name: "new", controlSets })).toEqual([
    "auditmanager:UpdateAssessmentFramework arn:aws:auditmanager:us-east-1:123456789012:assessmentFramework/f1 + arn:aws:auditmanager:us-east-1:123456789012:control/c1 + arn:aws:auditmanager:us-east-1:123456789012:control/c2",
  ]);
});

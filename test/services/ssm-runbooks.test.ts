import { expect, test } from "vitest";
import ssm from "../../src/services/ssm.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(ssm);

test("a runbook shared by its ARN is checked in its owner's account", () => {
  const DocumentName = "arn:aws:ssm:us-east-1:111122223333:document/patch";
  expect(permits("StartAutomationExecution", { DocumentName, DocumentVersion: "2" })[0]).toBe(
    `ssm:StartAutomationExecution arn:aws:ssm:us-east-1:111122223333:automation-definition/patch:2 + ${DocumentName}`,
  );
});

test("a runbook without a version is checked at its default one", () => {
  expect(permits("StartAutomationExecution", { DocumentName: "patch" })[0]).toContain(
    "automation-definition/patch:$DEFAULT",
  );
});

import { expect, test } from "vitest";
import { POLICY_RISKS } from "../../src/services/policy-risks.ts";
import { requirementsOf } from "../../src/synthesize/requirement.ts";
import { riskFindings } from "../../src/synthesize/risk-findings.ts";
import { observed } from "../support/observed-permission.ts";

const ROLE = "arn:aws:iam::111122223333:role/app";

const findings = (...needed: readonly (readonly [action: string, resource: string])[]) =>
  riskFindings(
    requirementsOf(needed.map(([action, resource], index) => observed(action, resource, { call: index + 1 }))),
    POLICY_RISKS,
  );

test("what the calls need together is told with the calls, as a warning only where a name is open", () => {
  const run = ["ec2:RunInstances", "arn:aws:ec2:eu-west-1:111122223333:instance/*"] as const;
  expect(findings(["iam:PassRole", ROLE], ["codebuild:CreateProject", "arn:aws:codebuild:r:1:project/p"])).toEqual([
    {
      code: "privilege-escalation",
      severity: "info",
      message: "`iam:PassRole` and `codebuild:CreateProject` let one act as a role that it passes to a build",
      calls: [1, 2],
    },
  ]);
  expect(findings(["iam:PassRole", ROLE], run)).toMatchObject([{ code: "privilege-escalation", calls: [1, 2] }]);
});

test("an action that opens secrets is told where its resource is not named", () => {
  expect(findings(["kms:Decrypt", "*"], ["sts:AssumeRole", ROLE])).toMatchObject([
    { code: "sensitive-grant", severity: "warning", calls: [1] },
  ]);
});

test("ordinary calls have none", () => {
  expect(findings(["s3:GetObject", "arn:aws:s3:::b/*"], ["iam:PassRole", ROLE])).toEqual([]);
});

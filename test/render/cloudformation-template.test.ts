import { expect, test } from "vitest";
import { cloudFormationTemplate } from "../../src/render/cloudformation-template.ts";
import { LONG_FORM } from "../../src/render/cloudformation-text.ts";
import { ATTACHMENTS } from "../../src/render/index.ts";
import { NO_DOCUMENT, SETTINGS, SEVERAL_DOCUMENTS } from "../support/policy-sample.ts";

const SHAPES = {
  "managed-policy": {
    parameter: "RoleName",
    type: "AWS::IAM::ManagedPolicy",
    attached: { Roles: [{ Ref: "RoleName" }] },
  },
  "role-inline": { parameter: "RoleName", type: "AWS::IAM::Policy", attached: { Roles: [{ Ref: "RoleName" }] } },
  "user-inline": { parameter: "UserName", type: "AWS::IAM::Policy", attached: { Users: [{ Ref: "UserName" }] } },
  "group-inline": { parameter: "GroupName", type: "AWS::IAM::Policy", attached: { Groups: [{ Ref: "GroupName" }] } },
  "session-policy": { parameter: undefined, type: "AWS::IAM::ManagedPolicy", attached: {} },
  "permissions-boundary": { parameter: undefined, type: "AWS::IAM::ManagedPolicy", attached: {} },
} as const;

test.each(ATTACHMENTS)("%s", (attachAs) => {
  const settings = { literal: true, attachAs };
  const { parameter, type, attached } = SHAPES[attachAs];
  const template = cloudFormationTemplate(SEVERAL_DOCUMENTS, { settings, language: LONG_FORM });
  const resource = (name: string, document: unknown) => ({
    Type: type,
    Properties: {
      ...(type === "AWS::IAM::Policy" ? { PolicyName: name } : {}),
      ...attached,
      PolicyDocument: document,
    },
  });
  expect(template).toEqual({
    AWSTemplateFormatVersion: "2010-09-09",
    ...(parameter === undefined
      ? {}
      : { Parameters: { [parameter]: { Type: "String", Description: expect.stringContaining("gets the policy") } } }),
    Resources: {
      IamgenWorker1: resource("iamgen-worker-1", expect.objectContaining({ Version: "2012-10-17" })),
      IamgenWorker2: resource("iamgen-worker-2", SEVERAL_DOCUMENTS.policies[0]?.documents[1]),
      IamgenK2: resource("iamgen-k2", SEVERAL_DOCUMENTS.policies[1]?.documents[0]),
    },
  });
});

test("no policy, no template", () => {
  expect(cloudFormationTemplate(NO_DOCUMENT, { settings: SETTINGS, language: LONG_FORM })).toBeUndefined();
});

import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import autoScaling from "../../src/services/auto-scaling.ts";
import { exampleCall } from "./example-call.ts";

const authorize = createAuthorizer({
  apis: openApiIndex(),
  authorization: openAuthorizationIndex(),
  rules: () => autoScaling,
});

function launches(input: { readonly [member: string]: unknown }) {
  const subject = { sdkId: "Auto Scaling", operation: "CreateAutoScalingGroup", signingName: "autoscaling" };
  const call = exampleCall({ input: { AutoScalingGroupName: "web", ...input }, permits: [] }, subject);
  return authorize(call).filter(({ action }) => action === "ec2:RunInstances");
}

test("limits the launch to the template that the request names", () => {
  const LaunchTemplate = { LaunchTemplateSpecification: { LaunchTemplateId: "lt-1" } };
  expect(launches({ MixedInstancesPolicy: { LaunchTemplate } })).toMatchObject([
    {
      resources: ["*"],
      origin: "forward-access",
      widened: { reason: "no-resource-in-input" },
      conditions: { ArnLike: { "ec2:LaunchTemplate": ["arn:aws:ec2:us-east-1:123456789012:launch-template/lt-1"] } },
    },
  ]);
});

test("cannot limit it to a template that is given by name", () => {
  expect(launches({ LaunchTemplate: { LaunchTemplateName: "web" } })).toMatchObject([{ conditions: {} }]);
});

test("needs none without a template", () => {
  expect(launches({ LaunchConfigurationName: "old" })).toEqual([]);
});

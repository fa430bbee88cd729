import { expect, test } from "vitest";
import { resourcesOf } from "../../src/authorize/rule-resources.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { launchTemplatesIn } from "../../src/services/launch-template.ts";
import { exampleCall } from "./example-call.ts";

const TEMPLATES = "arn:aws:ec2:us-east-1:123456789012:launch-template";

function arns(input: { readonly [member: string]: unknown }) {
  const subject = { sdkId: "EC2", operation: "RunInstances", signingName: "ec2" };
  const view = { call: exampleCall({ input, permits: [] }, subject) };
  const context = { authorization: openAuthorizationIndex(), view, action: "ec2:RunInstances" };
  return resourcesOf(launchTemplatesIn("Template", "Configs[].Template"), context).map(({ arn, widened }) => [
    arn,
    widened?.reason,
  ]);
}

test("takes the ids, wherever they stand", () => {
  const input = {
    Template: { LaunchTemplateId: "lt-1" },
    Configs: [{ Template: { LaunchTemplateId: "lt-2" } }],
  };
  expect(arns(input)).toEqual([
    [`${TEMPLATES}/lt-1`, undefined],
    [`${TEMPLATES}/lt-2`, undefined],
  ]);
});

test("leaves the id open where the template is given by name", () => {
  expect(arns({ Template: { LaunchTemplateName: "web" } })).toEqual([[`${TEMPLATES}/*`, "no-resource-in-input"]]);
});

test("names none where the request does not", () => {
  expect(arns({})).toEqual([]);
});

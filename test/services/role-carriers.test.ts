import { expect, test } from "vitest";
import { apiIndex } from "../../src/data/opened-indexes.ts";
import { ROLE_CARRIERS } from "../../src/services/role-carriers.ts";

test.each([
  [
    "instance-profile",
    ["IamInstanceProfile.Arn", "instanceProfileName", "computeResources.instanceRole", "IamInstanceProfile"],
  ],
  ["task-definition", ["taskDefinition"]],
  ["launch-template", ["LaunchTemplate.LaunchTemplateId", "LaunchTemplateName"]],
])("a %s is told apart from everything else by where it is named", (type, paths) => {
  for (const carrier of ROLE_CARRIERS) {
    expect(paths.map((path) => carrier.namedAt.test(path))).toEqual(paths.map(() => carrier.type === type));
  }
});

test("calls that fill a carrier exist", () => {
  for (const { sdkId, operation } of ROLE_CARRIERS.flatMap(({ filledBy }) => filledBy)) {
    const client = apiIndex().withSdkId(sdkId)?.client ?? "";
    expect(apiIndex().load(client).operations.has(operation), operation).toBe(true);
  }
});

import { expect, test } from "vitest";
import ssm from "../../src/services/ssm.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(ssm);

test.each([
  ["ManagedInstance", "mi-0123456789abcdef0", "managed-instance/mi-0123456789abcdef0"],
  ["Document", "deploy", "document/deploy"],
  ["OpsItem", "oi-0123456789ab", "opsitem/oi-0123456789ab"],
  ["Parameter", "plain", "parameter/plain"],
])("tags of a %s are of that alone", (ResourceType, ResourceId, resource) => {
  expect(permits("AddTagsToResource", { ResourceType, ResourceId, Tags: [] })).toEqual([
    `ssm:AddTagsToResource arn:aws:ssm:us-east-1:123456789012:${resource}`,
  ]);
});

test("metadata is given by its ARN", () => {
  const ResourceId = "arn:aws:ssm:us-east-1:123456789012:opsmetadata/aws/ssm/app/appmanager";
  expect(permits("ListTagsForResource", { ResourceType: "OpsMetadata", ResourceId })).toEqual([
    `ssm:ListTagsForResource ${ResourceId}`,
  ]);
});

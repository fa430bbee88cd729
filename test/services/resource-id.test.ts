import { expect, test } from "vitest";
import { eitherById } from "../../src/services/resource-id.ts";
import { permitsOf } from "./permits-of.ts";

const operations = eitherById(["TagResource"], {
  servicePrefix: "cloudhsm",
  path: "ResourceId",
  kinds: [
    { type: "backup", variable: "CloudHsmBackupInstanceName", id: "backup-a" },
    { type: "cluster", variable: "CloudHsmClusterInstanceName", id: "cluster-a" },
  ],
  because: "of this test",
  see: "https://docs.aws.amazon.com/cloudhsm",
  on: "arn:aws:cloudhsm:us-east-1:123456789012",
});
const permits = permitsOf({ sdkId: "CloudHSM V2", operations });
const HERE = "cloudhsm:TagResource arn:aws:cloudhsm:us-east-1:123456789012";

test.each([
  ["backup-1", `${HERE}:backup/backup-1`],
  ["cluster-1", `${HERE}:cluster/cluster-1`],
  ["arn:aws:cloudhsm:us-east-1:123456789012:backup/backup-1", `${HERE}:backup/backup-1`],
  ["other-1", "cloudhsm:TagResource *"],
])("the id %s tells its kind", (ResourceId, expected) => {
  expect(permits("TagResource", { ResourceId })).toEqual([expected]);
});

test("shows an example of each kind", () => {
  expect(operations["TagResource"]?.examples.map(({ permits }) => permits)).toEqual([
    [`${HERE}:backup/backup-a`],
    [`${HERE}:cluster/cluster-a`],
  ]);
});

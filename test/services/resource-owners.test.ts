import { expect, test } from "vitest";
import { apiIndex } from "../../src/data/opened-indexes.ts";
import { ownerPathsOf } from "../../src/services/resource-owners.ts";

test.each(["App Mesh", "codeartifact", "ECR", "QuickSight", "S3 Control", "signer"])(
  "%s has operations that name the owner",
  (sdkId) => {
    const client = apiIndex().withSdkId(sdkId)?.client ?? "";
    const names = [...apiIndex().load(client).operations.values()].flatMap(({ members }) =>
      members.map(({ name }) => name),
    );
    expect(ownerPathsOf(sdkId).filter((path) => !names.includes(path))).toEqual([]);
    expect(ownerPathsOf(sdkId).length).toBeGreaterThan(0);
  },
);

test.each(["SQS", "constructor"])("%s, whose resources are the caller's, names no owner", (sdkId) => {
  expect(ownerPathsOf(sdkId)).toEqual([]);
});

import { expect, test } from "vitest";
import { assess } from "../../src/cli/assess.ts";
import { recordedCall, recording } from "../support/recording.ts";

test("every part speaks of the same recording", async () => {
  const call = recordedCall({ members: ["Body", "Bucket", "Key"] });
  const { explained, policySet, coverage } = await assess(recording({ calls: [call] }), {});

  expect(explained.map(({ permissions }) => permissions.map(({ action }) => action))).toEqual([["s3:PutObject"]]);
  expect(policySet.policies.map(({ identity }) => identity.ids)).toEqual([["k1f3a"]]);
  expect(coverage).toMatchObject({ calls: 1, widened: [] });
});

test("what the traffic cannot tell comes from the settings", async () => {
  const { account: _, ...call } = recordedCall({
    sdkId: "DynamoDB",
    operation: "Query",
    signingName: "dynamodb",
    protocol: "json",
    input: { TableName: "albums" },
    members: ["TableName"],
  });
  const { explained } = await assess(recording({ calls: [call] }), { account: "444455556666" });

  const resources = explained.flatMap(({ permissions }) => permissions[0]?.resources ?? []);
  expect(resources).toEqual(["arn:aws:dynamodb:eu-central-1:444455556666:table/albums"]);
});

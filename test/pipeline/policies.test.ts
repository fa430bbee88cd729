import { expect, test } from "vitest";
import { explainCalls, openRecordings } from "../../src/pipeline.ts";
import { HOST } from "../support/observation.ts";

test("an account given by hand is used only where the traffic tells none", async () => {
  const call = {
    type: "call",
    n: 1,
    sdkId: "DynamoDB",
    operation: "GetItem",
    signingName: "dynamodb",
    protocol: "json",
  };
  const place = {
    partition: "aws",
    region: "us-east-1",
    identity: "a",
    auth: "sigv4",
    hostname: HOST,
    source: "proxy",
  };
  const input = { input: { TableName: "t" }, members: ["TableName"], outcome: { kind: "succeeded", httpStatus: 200 } };
  const header = { iamgen: 1, type: "run", startedAt: "2026-01-01T00:00:00.000Z", program: "p", version: "0" };
  const text = [
    { ...header, data: { api: "a", authorization: "b" } },
    { ...call, ...place, ...input },
    { type: "end", exitCode: 0 },
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join("");
  const recording = await openRecordings([{ name: "r", text }]);

  const resources = (await explainCalls(recording, { account: "444455556666" }))[0]?.permissions[0]?.resources;

  expect(resources).toEqual(["arn:aws:dynamodb:us-east-1:444455556666:table/t"]);
});

import { expect, test } from "vitest";
import { readRestJsonBody } from "../../../src/decode/protocol/rest-json.ts";
import { member, type OperationSketch, operation } from "../../support/api-models.ts";

const read = (text: string, members: OperationSketch["members"]) =>
  readRestJsonBody(Buffer.from(text), operation({ name: "Op", members: members ?? [] }));

test("members without another place stand in the body", () => {
  const members = [
    { name: "FunctionName", location: "uri" },
    { name: "Role", wireName: "role" },
  ] as const;
  expect(read('{"role":"arn","Runtime":"nodejs22.x"}', members)).toEqual({ Role: "arn", Runtime: "nodejs22.x" });
});

test("a structure that is the payload is the whole body", () => {
  const members = [
    {
      name: "WriteCampaignRequest",
      location: "payload",
      type: "structure",
      members: [member({ name: "SegmentId", wireName: "segmentId" })],
    },
  ] as const;
  expect(read('{"segmentId":"s","Other":1}', members)).toEqual({ WriteCampaignRequest: { SegmentId: "s", Other: 1 } });
  expect(read("", members)).toEqual({});
});

test("a payload of bytes is not read", () => {
  expect(read('{"secret":1}', [{ name: "Payload", location: "payload", type: "blob" }])).toEqual({ Payload: "" });
});

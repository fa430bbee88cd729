import { encode } from "cborg";
import { expect, test } from "vitest";
import { readCborBody } from "../../../src/decode/protocol/rpc-v2-cbor.ts";
import { member } from "../../support/api-models.ts";

test("names members by the model's names, whatever JSON calls them", () => {
  const body = encode({ AlarmName: "a", newer: 1 });
  expect(readCborBody(body, [member({ name: "AlarmName", wireName: "alarmName" })])).toEqual({
    AlarmName: "a",
    newer: 1,
  });
});

test("a body that is no map has no members", () => {
  expect(readCborBody(encode([1]), [])).toEqual({});
});

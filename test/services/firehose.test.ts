import { expect, test } from "vitest";
import rules from "../../src/services/firehose.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a stream without encryption needs no key", () => {
  expect(permits("CreateDeliveryStream", { DeliveryStreamName: "clicks" })).toHaveLength(1);
});

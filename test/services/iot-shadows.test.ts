import { expect, test } from "vitest";
import rules from "../../src/services/iot-data.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("the names of a thing's shadows are listed on the thing", () => {
  expect(permits("ListNamedShadowsForThing", { thingName: "lamp" })).toEqual([
    "iot:ListNamedShadowsForThing arn:aws:iot:us-east-1:123456789012:thing/lamp",
  ]);
});

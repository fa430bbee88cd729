import { expect, test } from "vitest";
import rules from "../../src/services/groundstation.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a new ephemeris is tagged", () => {
  expect(permits("CreateEphemeris", { satelliteId: "s", tags: { a: "b" } })).toContain(
    "groundstation:TagResource arn:aws:groundstation:us-east-1:123456789012:ephemeris/*",
  );
});

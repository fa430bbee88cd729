import { expect, test } from "vitest";
import rules from "../../src/services/iotsitewise.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a type that is new to the rules leaves the target open", () => {
  expect(permits("ListActions", { targetResourceType: "LINE", targetResourceId: "l-1" })).toEqual([
    "iotsitewise:ListActions *",
  ]);
});

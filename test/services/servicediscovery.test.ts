import { expect, test } from "vitest";
import rules from "../../src/services/servicediscovery.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a request without a namespace has no condition on one", () => {
  expect(permits("DiscoverInstancesRevision", { ServiceName: "orders" })).toEqual([
    "servicediscovery:DiscoverInstancesRevision * if servicediscovery:ServiceName = orders",
  ]);
});

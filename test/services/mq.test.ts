import { expect, test } from "vitest";
import rules from "../../src/services/mq.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a broker that is read asks nothing of the network", () => {
  expect(permits("DescribeBroker", { BrokerId: "b-1" }).join()).not.toContain("ec2:");
});

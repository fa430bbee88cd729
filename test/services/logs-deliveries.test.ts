import { expect, test } from "vitest";
import rules from "../../src/services/logs.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("an API without such an action is not asked", () => {
  const resourceArn = "arn:aws:sqs:us-east-1:123456789012:orders";
  expect(permits("PutDeliverySource", { name: "web", resourceArn, logType: "LOGS" })).toEqual([
    "logs:PutDeliverySource arn:aws:logs:us-east-1:123456789012:delivery-source:web",
  ]);
});

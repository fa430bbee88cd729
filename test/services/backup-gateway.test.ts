import { expect, test } from "vitest";
import rules from "../../src/services/backup-gateway.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("an imported hypervisor is tagged", () => {
  expect(permits("ImportHypervisorConfiguration", { Name: "h", Host: "10.0.0.1", Tags: [{ Key: "a" }] })).toContain(
    "backup-gateway:TagResource arn:aws:backup-gateway:us-east-1:123456789012:hypervisor/*",
  );
});

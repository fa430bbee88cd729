import { expect, test } from "vitest";
import codeconnections from "../../src/services/codeconnections.ts";
import codestarConnections from "../../src/services/codestar-connections.ts";
import { permitsOf } from "./permits-of.ts";

test.each([
  ["codeconnections", codeconnections],
  ["codestar-connections", codestarConnections],
] as const)("%s asks for actions of its own name alone", (prefix, rules) => {
  const ConnectionArn = `arn:aws:${prefix}:us-east-1:123456789012:connection/a1b2`;
  const permits = permitsOf(rules)("CreateRepositoryLink", { ConnectionArn, OwnerId: "o", RepositoryName: "r" });
  expect(permits.filter((permit) => !permit.startsWith(`${prefix}:`))).toEqual([]);
  expect(permits).toHaveLength(3);
});

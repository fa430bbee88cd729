import { expect, test } from "vitest";
import rules from "../../src/services/cognito-identity.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a pool that is made with tags is tagged before it has an id", () => {
  const input = { IdentityPoolName: "a", AllowUnauthenticatedIdentities: false, IdentityPoolTags: { team: "web" } };
  expect(permits("CreateIdentityPool", input)).toContain(
    "cognito-identity:TagResource arn:aws:cognito-identity:us-east-1:123456789012:identitypool/*",
  );
});

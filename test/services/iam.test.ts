import { expect, test } from "vitest";
import rules from "../../src/services/iam.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("an identity provider is made by its URL, which may have a path", () => {
  expect(permits("CreateOpenIDConnectProvider", { Url: "https://token.actions.githubusercontent.com" })).toEqual([
    "iam:CreateOpenIDConnectProvider arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com",
  ]);
});

test("a policy that AWS manages is named by its own ARN", () => {
  expect(permits("GetPolicy", { PolicyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" })).toEqual([
    "iam:GetPolicy arn:aws:iam::aws:policy/ReadOnlyAccess",
  ]);
});

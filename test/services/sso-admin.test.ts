import { expect, test } from "vitest";
import rules from "../../src/services/sso-admin.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

const SET = "arn:aws:sso:::permissionSet/ssoins-1/ps-1";
const INSTANCE = "arn:aws:sso:::instance/ssoins-1";

test("a permission set that is provisioned everywhere names no account", () => {
  const everywhere = { InstanceArn: INSTANCE, PermissionSetArn: SET, TargetType: "ALL_PROVISIONED_ACCOUNTS" };
  expect(permits("ProvisionPermissionSet", everywhere)).toContain("sso:ProvisionPermissionSet arn:aws:sso:::account/*");
});

import { expect, test } from "vitest";
import s3control from "../../src/services/s3control.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(s3control);

test("a grant to an IAM principal looks into no directory", () => {
  const grant = { Grantee: { GranteeType: "IAM", GranteeIdentifier: "arn:aws:iam::123456789012:role/r" } };
  expect(permits("CreateAccessGrant", grant).filter((permit) => !permit.startsWith("s3:"))).toEqual([]);
});

test("an instance without an Identity Center is registered nowhere", () => {
  const alone = permits("CreateAccessGrantsInstance", { AccountId: "123456789012" });
  expect(alone.filter((permit) => permit.startsWith("sso:"))).toEqual([]);
});

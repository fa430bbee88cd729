import { expect, test } from "vitest";
import iam from "../../src/services/iam.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(iam);

test("a name stands for what has it, at the root or below any path", () => {
  expect(permits("DeleteRole", { RoleName: "web" })).toEqual([
    "iam:DeleteRole arn:aws:iam::123456789012:role/web",
    "iam:DeleteRole arn:aws:iam::123456789012:role/*/web",
  ]);
});

test("what is made stands exactly where the request puts it", () => {
  expect(permits("CreateVirtualMFADevice", { VirtualMFADeviceName: "ana", Path: "/ops/" })).toEqual([
    "iam:CreateVirtualMFADevice arn:aws:iam::123456789012:mfa/ops/ana",
  ]);
});

test("what is moved is asked for at both places", () => {
  expect(permits("UpdateGroup", { GroupName: "web", NewPath: "/ops/" })).toContain(
    "iam:UpdateGroup arn:aws:iam::123456789012:group/ops/web + arn:aws:iam::123456789012:group/web",
  );
});

import { expect, test } from "vitest";
import iam from "../../src/services/iam.ts";
import ownUser from "../../src/services/iam-own-user.ts";
import { permitsOf } from "./permits-of.ts";

test("a call that names a user means that one", () => {
  expect(permitsOf(iam)("CreateAccessKey", { UserName: "ana" })).toEqual([
    "iam:CreateAccessKey arn:aws:iam::123456789012:user/ana",
    "iam:CreateAccessKey arn:aws:iam::123456789012:user/*/ana",
  ]);
});

test("the policy variable stands for whoever calls", () => {
  for (const operation of Object.keys(ownUser)) {
    expect(permitsOf(iam)(operation, {})).toEqual([
      `iam:${operation} arn:aws:iam::123456789012:user/$${"{aws:username}"}`,
    ]);
  }
});

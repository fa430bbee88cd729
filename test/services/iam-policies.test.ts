import { expect, test } from "vitest";
import rules from "../../src/services/iam.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a role that is made without a boundary has no condition on one", () => {
  expect(permits("CreateRole", { RoleName: "web" })).toEqual(["iam:CreateRole arn:aws:iam::123456789012:role/web"]);
});

test("detaching names the policy that is detached", () => {
  const PolicyArn = "arn:aws:iam::123456789012:policy/ops/read";
  expect(permits("DetachGroupPolicy", { GroupName: "web", PolicyArn })).toContain(
    `iam:DetachGroupPolicy arn:aws:iam::123456789012:group/web if iam:PolicyARN = ${PolicyArn}`,
  );
});

import { expect, test } from "vitest";
import { ATTACHMENTS } from "../../src/iam/attachment.ts";
import { terraformResources } from "../../src/render/terraform-resources.ts";

const heads = (attachAs: (typeof ATTACHMENTS)[number]) => {
  const { variables, resources } = terraformResources(["iamgen-a"], attachAs);
  return [...variables, ...resources].map(({ head }) => head);
};

test.each([
  [
    "managed-policy",
    ['variable "role"', 'resource "aws_iam_policy" "iamgen_a"', 'resource "aws_iam_role_policy_attachment" "iamgen_a"'],
  ],
  ["role-inline", ['variable "role"', 'resource "aws_iam_role_policy" "iamgen_a"']],
  ["user-inline", ['variable "user"', 'resource "aws_iam_user_policy" "iamgen_a"']],
  ["group-inline", ['variable "group"', 'resource "aws_iam_group_policy" "iamgen_a"']],
  ["session-policy", []],
  ["permissions-boundary", ['resource "aws_iam_policy" "iamgen_a"']],
] as const)("%s", (attachAs, blocks) => {
  expect(heads(attachAs)).toEqual(blocks);
});

test("every way to attach is known", () => {
  expect(ATTACHMENTS.map(heads)).toHaveLength(6);
});

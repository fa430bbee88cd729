import { expect, test } from "vitest";
import rules from "../../src/services/organizations.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("an id tells what it is of, wherever it stands", () => {
  const tagged = ["111122223333", "ou-ab12-cd34", "r-ab12", "p-abcd1234"].map(
    (ResourceId) => permits("TagResource", { ResourceId, Tags: [] })[0],
  );
  expect(tagged).toEqual([
    "organizations:TagResource arn:aws:organizations::*:account/o-*/111122223333",
    "organizations:TagResource arn:aws:organizations::*:ou/o-*/ou-ab12-cd34",
    "organizations:TagResource arn:aws:organizations::*:root/o-*/r-ab12",
    "organizations:TagResource arn:aws:organizations::*:policy/o-*/*/p-abcd1234",
  ]);
});

test("a policy is attached to what the request names, and to nothing else", () => {
  expect(permits("AttachPolicy", { PolicyId: "p-abcd1234", TargetId: "111122223333" })).toEqual([
    "organizations:AttachPolicy arn:aws:organizations::*:account/o-*/111122223333 + arn:aws:organizations::*:policy/o-*/*/p-abcd1234",
  ]);
});

test("an id of no known form leaves the resource open, and says so by `*`", () => {
  expect(permits("ListChildren", { ParentId: "x", ChildType: "ACCOUNT" })).toEqual(["organizations:ListChildren *"]);
});

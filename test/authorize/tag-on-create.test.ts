import { expect, test } from "vitest";
import type { ApiCall } from "../../src/decode/api-call.ts";
import { filled } from "../../src/services/rule-resource.ts";
import { member } from "../../src/services/rule-value.ts";
import { apiCall, EXAMPLES, GROUNDS, permissionsOf } from "./small-world.ts";

const TAGS = [{ Key: "team", Value: "a" }];

const tagging = (operation: string, input: ApiCall["input"], more: Partial<ApiCall> = {}) =>
  permissionsOf(apiCall(operation, input, more)).filter(({ action }) => action.endsWith(":TagResource"));

test("needs the tagging action on what a call makes and tags", () => {
  expect(tagging("CreateShelf", { ShelfName: "s", Tags: TAGS })).toMatchObject([
    { resources: ["arn:aws:library:eu-west-1:123456789012:shelf/s"], origin: "dependent", verified: true },
  ]);
});

test("leaves open the id that AWS will choose, and the parents out", () => {
  expect(tagging("CreateLoan", { ShelfName: "s", BookName: "b", LoanTags: TAGS })).toMatchObject([
    { resources: ["arn:aws:library:eu-west-1:123456789012:loan/*"], widened: { reason: "id-assigned-by-aws" } },
  ]);
});

test("knows what is made by another form of its name", () => {
  expect(tagging("CreateStampV2", { Name: "s", Tags: TAGS })).toMatchObject([
    { resources: ["arn:aws:library:eu-west-1:123456789012:stamp/*"], widened: { reason: "id-assigned-by-aws" } },
  ]);
  expect(tagging("CreateCorner", { Name: "c", Tags: TAGS })).toMatchObject([
    { resources: ["arn:aws:library:eu-west-1:123456789012:corner/*"], widened: { reason: "id-assigned-by-aws" } },
  ]);
});

test("says so where nothing tells what is made", () => {
  expect(tagging("ImportReaders", { tags: { team: "a" } })).toMatchObject([
    { resources: ["*"], widened: { reason: "id-assigned-by-aws" } },
  ]);
});

test("takes tags for given whose values were not kept, and empty ones for none", () => {
  expect(tagging("CreateShelf", { ShelfName: "s" }, { members: ["ShelfName", "Tags"] })).toHaveLength(1);
  expect(tagging("CreateShelf", { ShelfName: "s", Tags: [] })).toEqual([]);
  expect(tagging("CreateShelf", { ShelfName: "s" })).toEqual([]);
});

test("needs nothing more where the action takes no tags, and for the tagging action itself", () => {
  expect(tagging("PutNote", { ShelfName: "s", BookName: "b", Tags: TAGS })).toEqual([]);
  const arn = "arn:aws:library:eu-west-1:123456789012:shelf/s";
  expect(tagging("TagResource", { ResourceArn: arn, Tags: TAGS })).toMatchObject([{ origin: "direct" }]);
});

test("takes a creation's own type for taggable where the tagging action is on it, though no condition key says so", () => {
  expect(tagging("StartReview", { ReviewName: "r", Tags: TAGS })).toMatchObject([
    { resources: ["arn:aws:library:eu-west-1:123456789012:review/r"] },
  ]);
});

test("takes the tagging action that the reference lists for what is made", () => {
  const permissions = permissionsOf(apiCall("CreateCard", { CardName: "c", Tags: TAGS }));
  expect(permissions.map(({ action }) => action)).toEqual(["library:CreateCard", "library:AddTagsToCard"]);
});

test("leaves the tagging action to the rule that names one", () => {
  const rule = {
    ...GROUNDS,
    examples: EXAMPLES,
    authorizedActions: [
      { action: "library:CreateShelf" },
      { action: "library:TagResource", origin: "dependent", resource: { kind: "every" } },
    ],
  } as const;
  const permissions = permissionsOf(apiCall("CreateShelf", { ShelfName: "s", Tags: TAGS }), {
    rules: { operations: { CreateShelf: rule } },
  });
  expect(permissions.map(({ resources }) => resources)).toEqual([
    ["arn:aws:library:eu-west-1:123456789012:shelf/s"],
    ["*"],
  ]);
});

test("tags the thing itself, too, where a rule tags what another API keeps for it", () => {
  const rule = {
    ...GROUNDS,
    examples: EXAMPLES,
    authorizedActions: [
      { action: "library:CreateShelf" },
      { action: "vault:TagResource", origin: "forward-access", resource: { kind: "every" } },
    ],
  } as const;
  const permissions = permissionsOf(apiCall("CreateShelf", { ShelfName: "s", Tags: TAGS }), {
    rules: { operations: { CreateShelf: rule } },
  });
  expect(permissions.map(({ action }) => action)).toEqual([
    "library:CreateShelf",
    "vault:TagResource",
    "library:TagResource",
  ]);
});

test("tags what the record says that the operation makes, where its name does not tell", () => {
  const makes = { ImportReaders: filled("shelf", { ShelfName: member("Room") }) };
  const permissions = permissionsOf(apiCall("ImportReaders", { Room: "r", Tags: TAGS }), { rules: { makes } });
  expect(permissions).toMatchObject([
    { action: "library:ImportReaders" },
    { action: "library:TagResource", resources: ["arn:aws:library:eu-west-1:123456789012:shelf/r"] },
  ]);
});

import { expect, test } from "vitest";
import type { ApiCall } from "../../src/decode/api-call.ts";
import { type AuthorizedAction, httpMethod } from "../../src/services/define-service.ts";
import { unlessMember, whenMember } from "../../src/services/rule-condition.ts";
import { arnIn, filled, newResource } from "../../src/services/rule-resource.ts";
import { member } from "../../src/services/rule-value.ts";
import { apiCall, EXAMPLES, GROUNDS, operationModel, permissionsOf } from "./small-world.ts";

const OWN = "arn:aws:library:eu-west-1:123456789012";

const permit = (authorizedActions: readonly AuthorizedAction[], input: ApiCall["input"]) =>
  permissionsOf(apiCall("Fetch", input), {
    rules: { operations: { Fetch: { ...GROUNDS, examples: EXAMPLES, authorizedActions } } },
    operations: [operationModel("Fetch", { method: "PATCH" })],
  });

const brief = (authorizedActions: readonly AuthorizedAction[], input: ApiCall["input"]) =>
  permit(authorizedActions, input).map(({ action, resources }) => `${action} ${resources.join(" + ")}`);

const BOTH: readonly AuthorizedAction[] = [
  { action: "library:GetBook", when: unlessMember("Edition") },
  { action: "library:DescribeShelf", when: whenMember("Edition") },
];

test("takes only the actions whose condition holds", () => {
  expect(brief(BOTH, { ShelfName: "a", Edition: 1 })).toEqual([`library:DescribeShelf ${OWN}:shelf/a`]);
});

test("spells actions as AWS does and tells the access level", () => {
  expect(permit([{ action: "library:getbook" }], { ShelfName: "a", BookName: "b" })).toEqual([
    {
      action: "library:GetBook",
      accessLevel: "Read",
      resources: [`${OWN}:shelf/a/book/b`],
      conditions: {},
      origin: "direct",
      because: "the library says so",
      see: "https://docs.aws.amazon.com/library",
      verified: true,
    },
  ]);
});

test("takes several actions that go together", () => {
  expect(brief([{ action: ["library:GetBook", "library:DescribeShelf"] }], { ShelfName: "a", BookName: "b" })).toEqual([
    `library:GetBook ${OWN}:shelf/a/book/b`,
    `library:DescribeShelf ${OWN}:shelf/a`,
  ]);
});

test("authorizes each element with its own values, equal ones once", () => {
  const each: readonly AuthorizedAction[] = ["library:GetBook", "library:DescribeShelf"].map((action, index) => ({
    action,
    forEach: "Items[]",
    when: index === 0 ? unlessMember("Items[].All") : whenMember("Items[].All"),
    resource: filled("shelf", { ShelfName: member("Items[].Shelf") }),
  }));
  const Items = [{ Shelf: "a" }, { Shelf: "b", All: true }, { Shelf: "a" }];
  expect(brief(each, { Items })).toEqual([`library:GetBook ${OWN}:shelf/a`, `library:DescribeShelf ${OWN}:shelf/b`]);
});

test("names the HTTP method where that is the action", () => {
  expect(brief([{ action: httpMethod("library") }], {})).toEqual(["library:PATCH *"]);
});

test("is `*` with a reason where the resource that the rule names is not in the request", () => {
  expect(permit([{ action: "library:GetBook", resource: arnIn("Absent") }], {})).toMatchObject([
    { resources: ["*"], widened: { reason: "no-resource-in-input" } },
  ]);
});

test("takes all possible actions, widened, where the part of the input that decides was not seen", () => {
  const each: readonly AuthorizedAction[] = [
    { action: "library:GetBook", forEach: "Items[]" },
    { action: "library:PutNote", forEach: "Items[]", origin: "dependent" },
  ];
  expect(permit(each, {})).toMatchObject([
    { action: "library:GetBook", resources: ["*"], widened: { reason: "input-unknown" } },
  ]);
});

test("keeps the conditions whose values the request fixes", () => {
  const conditions = {
    ArnEquals: { "library:Owner": member("Owner") },
    StringEquals: { "library:Shelf": member("Shelves[]"), "library:Day": "mon*" },
  };
  expect(permit([{ action: "library:ListShelves", conditions }], { Shelves: ["b", "a", "b"] })[0]?.conditions).toEqual({
    StringEquals: { "library:Shelf": ["a", "b"], "library:Day": ["mon${*}"] },
  });
});

test("marks what a rule holds without a page of AWS", () => {
  const operations = {
    Fetch: {
      ...GROUNDS,
      examples: EXAMPLES,
      unconfirmed: true,
      authorizedActions: [{ action: "library:ListShelves", because: "of this" }],
    },
  } as const;
  expect(permissionsOf(apiCall("Fetch"), { rules: { operations } })).toMatchObject([
    { verified: false, because: "of this" },
  ]);
});

test("leaves out a condition whose value no policy can hold, or that its operator cannot compare", () => {
  const conditions = {
    StringEquals: { "library:Title": member("Title") },
    ArnEquals: { "library:Policy": member("Policy") },
  };
  const conditionsFor = (input: ApiCall["input"]) =>
    permit([{ action: "library:ListShelves", conditions }], input)[0]?.conditions;
  expect(conditionsFor({ Title: "a*", Policy: "arn:aws:iam::aws:policy/P" })).toEqual({
    StringEquals: { "library:Title": ["a${*}"] },
    ArnEquals: { "library:Policy": ["arn:aws:iam::aws:policy/P"] },
  });
  expect(conditionsFor({ Title: "книга", Policy: "P" })).toEqual({});
});

test("adds what the API's operations need besides, whether they have a rule or not, only where the request asks for it", () => {
  const besides = [
    {
      ...GROUNDS,
      examples: EXAMPLES,
      authorizedActions: [
        {
          action: "library:TagResource",
          forEach: "Tagged[]",
          when: whenMember("Tagged[].Kind"),
          resource: newResource(member("Tagged[].Kind")),
        },
      ],
    },
  ] as const;
  const rules = {
    besides,
    operations: {
      Fetch: { ...GROUNDS, examples: EXAMPLES, authorizedActions: [{ action: "library:ListShelves" }] },
    },
  };
  const actions = (operation: string, input: ApiCall["input"]) =>
    permissionsOf(apiCall(operation, input), { rules }).map(({ action, resources }) => `${action} ${resources}`);
  const Tagged = [{ Kind: "shelf" }, { Kind: "book" }];
  const tagging = `library:TagResource ${OWN}:shelf/*`;
  expect(actions("Fetch", { Tagged })).toEqual(["library:ListShelves *", tagging, `${tagging}/book/*`]);
  expect(actions("ListShelves", { Tagged })).toEqual(["library:ListShelves *", tagging, `${tagging}/book/*`]);
  expect(actions("Fetch", { Tagged: [{}] })).toEqual(["library:ListShelves *"]);
});

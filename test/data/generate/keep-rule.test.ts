import { expect, test } from "vitest";
import type { AuthorizationModel } from "../../../src/data/authorization-index.ts";
import { isIdempotencyToken, keepRuleFor, stem } from "../../../src/data/generate/keep-rule.ts";

const MODEL: AuthorizationModel = {
  servicePrefix: "widgets",
  resourceTypes: new Map([
    [
      "widget",
      {
        name: "widget",
        arns: ["arn:${Partition}:widgets:${Region}:${Account}:widget/${WidgetName}/${Revision}"],
        conditionKeys: [],
      },
    ],
    ["ledger", { name: "ledger", arns: ["arn:${Partition}:widgets:::ledger/${LedgerCode}"], conditionKeys: [] }],
  ]),
  actions: new Map([
    [
      "getwidget",
      {
        name: "GetWidget",
        accessLevel: "Read",
        resourceTypes: [{ name: "widget", required: true, conditionKeys: ["widgets:Color"] }],
        conditionKeys: ["widgets:x-widget-size"],
        dependentActions: [],
      },
    ],
  ]),
};

type Candidate = Parameters<ReturnType<typeof keepRuleFor>>[0];

const keeps = (member: Partial<Candidate> & { name: string }, operation = "GetWidget", model = MODEL): boolean =>
  keepRuleFor(
    operation,
    model,
  )({
    location: "body",
    type: "string",
    shape: "String",
    wireName: member.name,
    ...member,
  });

test.each([
  ["Widget", "a variable without the word that says how it names"],
  ["revision", "a variable in another case"],
  ["SourceWidget", "a name that ends in a variable"],
  ["Color", "a condition key of the resource type"],
  ["GroupName", "a name"],
  ["targetIds", "ids"],
  ["ResourceIdList", "ids in a member that is called a list"],
  ["SubnetIdSet", "ids in a member that is called a set"],
  ["KMSKeyArn", "an ARN"],
  ["taskRole", "a role"],
  ["QueueUrl", "a queue"],
  ["resource_arn", "an ARN in snake case"],
  ["id", "a bare id"],
  ["Resources", "what a tagging call names"],
])("keeps `%s`, %s", (name) => {
  expect(keeps({ name })).toBe(true);
});

test("keeps a header that a condition key is named after", () => {
  expect(keeps({ name: "Size", wireName: "x-widget-size", location: "header" })).toBe(true);
});

test("keeps every label of the path but a token", () => {
  expect(keeps({ name: "Whatever", location: "uri" })).toBe(true);
  expect(keeps({ name: "CallbackToken", location: "uri" })).toBe(false);
});

test.each(["MessageBody", "Document", "Password", "SessionToken", "secretString", "PolicyDocument", "Data", "Script"])(
  "never keeps `%s`",
  (name) => {
    expect(keeps({ name })).toBe(false);
  },
);

test("keeps what the model calls an ARN, whatever the member is called", () => {
  expect(keeps({ name: "targets", shape: "TargetArn", type: "list", itemType: "string" })).toBe(true);
  expect(keeps({ name: "targets", type: "list", itemType: "string" })).toBe(false);
});

test("an ordinary member is not kept", () => {
  expect(keeps({ name: "Comment" })).toBe(false);
  expect(keeps({ name: "MaxResults", type: "integer" })).toBe(false);
});

test("keeps lists of identifiers, not structures, bytes or maps under such a name", () => {
  expect(keeps({ name: "WidgetNames", type: "list", itemType: "string" })).toBe(true);
  expect(keeps({ name: "WidgetNames", type: "list", itemType: "structure" })).toBe(false);
  expect(keeps({ name: "WidgetId", type: "structure" })).toBe(false);
  expect(keeps({ name: "WidgetId", type: "blob" })).toBe(false);
  expect(keeps({ name: "WidgetNames", type: "map", itemType: "string" })).toBe(false);
});

test("keeps tags in every form", () => {
  expect(keeps({ name: "Tags", type: "map", itemType: "string" })).toBe(true);
  expect(keeps({ name: "tagKeys", type: "list", itemType: "string" })).toBe(true);
  expect(keeps({ name: "Value", container: { name: "Tags", shape: "AnyList" } })).toBe(true);
  expect(keeps({ name: "key", container: { name: "labels", shape: "ResourceTagList" } })).toBe(true);
});

test("keeps no other pair of key and value", () => {
  expect(keeps({ name: "value", container: { name: "environment", shape: "EnvironmentVariables" } })).toBe(false);
  expect(keeps({ name: "Value" })).toBe(false);
});

test("an operation without a same-named action keeps what any resource type of the prefix needs", () => {
  expect(keeps({ name: "Ledger" })).toBe(false);
  expect(keeps({ name: "Ledger" }, "DoSomething")).toBe(true);
});

test("identifiers are kept where IAM knows nothing of the API", () => {
  const keep = keepRuleFor("GetWidget", undefined);

  expect(keep({ name: "WidgetId", wireName: "WidgetId", location: "body", type: "string", shape: "String" })).toBe(
    true,
  );
});

test.each([
  ["FunctionName", "function"],
  ["functionArn", "function"],
  ["Functions", "function"],
  ["policies", "policy"],
  ["address", "address"],
  ["Id", "id"],
])("the stem of %s is %s", (name, expected) => {
  expect(stem(name)).toBe(expected);
});

test("an idempotency token names nothing", () => {
  expect(isIdempotencyToken({ shape: "String", idempotencyToken: true })).toBe(true);
  expect(isIdempotencyToken({ shape: "String" })).toBe(false);
});

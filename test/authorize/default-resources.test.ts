import { describe, expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { defaultResources } from "../../src/authorize/default-resources.ts";
import { apiIndex, authorizationIndex } from "../../src/data/opened-indexes.ts";
import type { ApiCall } from "../../src/decode/api-call.ts";
import type { RuleSet } from "../../src/services/define-service.ts";
import { member } from "../../src/services/rule-value.ts";
import { apiCall, EXAMPLES, GROUNDS, LIBRARY } from "./small-world.ts";

const OWN = "arn:aws:library:eu-west-1:123456789012";

function resources(operation: string, input: ApiCall["input"], rules?: RuleSet) {
  const action = LIBRARY.actions.get(operation.toLowerCase());
  if (action === undefined) throw new Error(`no action ${operation}`);
  const view = { call: apiCall(operation, input) };
  return defaultResources({ action, model: LIBRARY, view, ...(rules === undefined ? {} : { rules }) });
}

const arns = (operation: string, input: ApiCall["input"], rules?: RuleSet) =>
  resources(operation, input, rules).map(({ arn }) => arn);

test("is `*` without a word for an action that has no resource types", () => {
  expect(resources("ListShelves", {})).toEqual([{ arn: "*" }]);
});

test("takes every required type", () => {
  expect(arns("CreateLoan", { ShelfName: "a", BookName: "b" })).toEqual([`${OWN}:loan/*`, `${OWN}:shelf/a/book/b`]);
});

test("says that AWS assigns the id of what is created", () => {
  expect(resources("CreateLoan", { Name: "n" })[0]?.widened?.reason).toBe("id-assigned-by-aws");
});

test("fills a created resource from a bare name", () => {
  expect(arns("CreateBook", { ShelfName: "a", Name: "b" })).toEqual([`${OWN}:shelf/a/book/b`]);
});

test("keeps optional types to those that the input names", () => {
  expect(arns("PutNote", { ShelfName: "a" })).toEqual([`${OWN}:shelf/a`]);
});

test("lets the form of a generic ARN choose among types that are all marked required", () => {
  expect(arns("TagResource", { ResourceArn: `${OWN}:shelf/a`, Tags: {} })).toEqual([`${OWN}:shelf/a`]);
});

test("takes a generic ARN of unknown form as it is", () => {
  expect(arns("PutNote", { ResourceArn: "arn:aws:library:eu-west-1:1:annex/a" })).toEqual([
    "arn:aws:library:eu-west-1:1:annex/a",
  ]);
});

test("is `*` with a reason where several types are possible and nothing tells which", () => {
  expect(resources("PutNote", {})).toEqual([
    { arn: "*", widened: { reason: "ambiguous-resource-type", detail: "one of book, shelf" } },
  ]);
});

test("is the type's ARN with stars where one type is required and the input is silent", () => {
  expect(resources("DescribeShelf", {})).toEqual([
    { arn: `${OWN}:shelf/*`, widened: { reason: "no-resource-in-input", detail: "ShelfName of shelf" } },
  ]);
});

test("lets the service's record fill a type, and give it another form", () => {
  const rule = { ...GROUNDS, examples: EXAMPLES, filledBy: [{ ShelfName: member("Room") }] };
  expect(arns("DescribeShelf", { Room: "a" }, { resources: { shelf: rule } })).toEqual([`${OWN}:shelf/a`]);
  const formed = { ...rule, template: "arn:${Partition}:library:::room/${ShelfName}:*" };
  expect(arns("DescribeShelf", { Room: "a" }, { resources: { shelf: formed } })).toEqual([
    "arn:aws:library:::room/a:*",
  ]);
});

test("takes a generic ARN as it is where nothing else tells the one required type", () => {
  const annex = "arn:aws:library:eu-west-1:1:annex/a";
  expect(arns("DescribeShelf", { ResourceArn: annex })).toEqual([annex]);
  expect(arns("DescribeShelf", { ResourceArn: annex, ShelfName: "a" })).toEqual([`${OWN}:shelf/a`]);
});

test("does not take the generic ARN of a creation for what is made", () => {
  expect(arns("CreateShelf", { ResourceArn: "arn:aws:library:eu-west-1:1:annex/a" })).toEqual([`${OWN}:shelf/*`]);
});

test("takes an ARN of unknown form in the member that is named like the type", () => {
  const old = "arn:aws:library:eu-west-1:1:rack/a";
  expect(arns("DescribeShelf", { ShelfArn: old })).toEqual([old]);
  expect(arns("DescribeShelf", { ShelfArn: `${OWN}:shelf/a` })).toEqual([`${OWN}:shelf/a`]);
});

test("is `*` with a reason where the only type is optional and the request tells none", () => {
  expect(resources("ListLoans", {})).toEqual([
    { arn: "*", widened: { reason: "no-resource-in-input", detail: "one of loan" } },
  ]);
  expect(arns("ListLoans", { LoanId: "a" })).toEqual([`${OWN}:loan/a`]);
});

test("takes an optional type whose form is fixed only where the input tells no other", () => {
  expect(arns("PutMark", { ShelfName: "a", BookName: "b" })).toEqual([`${OWN}:shelf/a/book/b`]);
  expect(arns("PutMark", { ResourceArn: `${OWN}:shelf/a/book/b` })).toEqual([`${OWN}:shelf/a/book/b`]);
  expect(arns("PutMark", {})).toEqual([`${OWN}:catalog`]);
});

describe("a request without the optional members that could name a resource", () => {
  const asked = (call: Partial<ApiCall>, members: readonly string[]) => {
    const action = LIBRARY.actions.get("listloans");
    if (action === undefined) throw new Error("no action");
    const operation = { name: "ListLoans", method: "GET", path: "/", query: [], members: members.map(memberModel) };
    return defaultResources({
      action,
      model: LIBRARY,
      view: { call: { ...apiCall("ListLoans", {}), ...call }, operation },
    });
  };
  const memberModel = (name: string) => ({
    name,
    wireName: name,
    location: "body" as const,
    type: "string" as const,
    required: false,
    sensitive: false,
    keep: false,
  });

  test("is about none: `*` without a word", () => {
    expect(asked({}, ["LoanIds", "MaxItems"])).toEqual([{ arn: "*" }]);
    expect(asked({ members: ["MaxItems", "ReaderId"] }, ["LoanIds", "ReaderId"])).toEqual([{ arn: "*" }]);
  });

  test.each<[string, Partial<ApiCall>, string[]]>([
    ["the member is there, though not kept", { members: ["LoanIds"] }, ["LoanIds"]],
    ["the request was cut off", { inputTruncated: true }, ["LoanIds"]],
    ["no member of the operation speaks of the type", { members: ["ReaderId"] }, ["ReaderId"]],
  ])("is widened where %s", (_, call, members) => {
    expect(asked(call, members)[0]?.widened?.reason).toBe("no-resource-in-input");
  });
});

test("an ARN of a stream does not mean its table, too", () => {
  const authorize = createAuthorizer({ apis: apiIndex(), authorization: authorizationIndex(), rules: () => undefined });
  const ResourceArn = "arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/2026-01-02T03:04:05.678";
  const call = apiCall("GetResourcePolicy", { ResourceArn }, { sdkId: "DynamoDB", signingName: "dynamodb" });
  expect(authorize(call).flatMap(({ resources }) => resources)).toEqual([ResourceArn]);
});

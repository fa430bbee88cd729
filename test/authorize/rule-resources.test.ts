import { expect, test } from "vitest";
import { resourcesOf, untoldResources } from "../../src/authorize/rule-resources.ts";
import type { OperationModel } from "../../src/data/api-index.ts";
import type { ApiCall } from "../../src/decode/api-call.ts";
import {
  arnFrom,
  arnIn,
  bothOf,
  either,
  everyResource,
  filled,
  newResource,
  type ResourceRule,
  requestPath,
  template,
  typed,
  untoldResource,
} from "../../src/services/rule-resource.ts";
import { captured, joined, member } from "../../src/services/rule-value.ts";
import { apiCall, authorization, operationModel } from "./small-world.ts";

const OWN = "arn:aws:library:eu-west-1:123456789012";
const SHELF = "arn:aws:library:us-west-2:999999999999:shelf/a";

function arns(rule: ResourceRule | undefined, input: ApiCall["input"], operation?: OperationModel) {
  const view = { call: apiCall("DescribeShelf", input), ...(operation === undefined ? {} : { operation }) };
  return resourcesOf(rule, { authorization, view, action: "library:DescribeShelf" }).map(({ arn }) => arn);
}

test.each<[string, ResourceRule | undefined, readonly string[]]>([
  ["the default", undefined, [`${OWN}:shelf/s`]],
  ["a type by the default's ways", typed("book"), [`${OWN}:shelf/s/book/*`]],
  ["a type by its own fill", filled("shelf", { ShelfName: member("Room") }), [`${OWN}:shelf/r`]],
  ["the ARN of a member", arnIn("Target"), [SHELF]],
  ["an ARN within a value", arnFrom(captured(member("Url"), /#(.+)$/)), [SHELF]],
  [
    "an ARN put together, what stands for itself escaped once",
    arnFrom(joined(member("Target"), "/book/a*")),
    [`${SHELF}/book/a\${*}`],
  ],
  ["no ARN where the value is none", arnIn("Room"), []],
  [
    "a form of its own",
    template("arn:aws:library:::room/${Room}", { Room: member("Room") }),
    ["arn:aws:library:::room/r"],
  ],
  ["everything", everyResource, ["*"]],
  ["what the request does not tell", untoldResource("why", "what"), ["*"]],
  ["the first that is told", either(arnIn("Absent"), typed("book"), arnIn("Target")), [SHELF]],
  ["the last where none is told", either(arnIn("Absent"), typed("book")), [`${OWN}:shelf/s/book/*`]],
  ["all of several", bothOf(arnIn("Target"), typed("shelf")), [SHELF, `${OWN}:shelf/s`]],
  ["nothing for a type that does not exist", typed("cupboard"), []],
  ["what AWS gives an id", newResource("shelf"), [`${OWN}:shelf/*`]],
  ["what the request calls the type of", newResource(member("Kind")), [`${OWN}:shelf/*/book/*`]],
  ["nothing new of a type that does not exist", newResource("cupboard"), []],
])("finds %s", (_, rule, expected) => {
  expect(arns(rule, { ShelfName: "s", Room: "r", Target: SHELF, Url: `https://x#${SHELF}`, Kind: "book" })).toEqual(
    expected,
  );
});

test("says why an action that no table lists has no resource", () => {
  const view = { call: apiCall("X") };
  expect(resourcesOf(undefined, { authorization, view, action: "library:Unknown" })[0]?.widened?.reason).toBe(
    "action-unknown",
  );
});

test("writes the request's path, labels percent-encoded, less a prefix", () => {
  const operation = operationModel("X", {
    path: "/v2/shelves/{shelf_name}/books/{Key+}",
    members: [
      {
        name: "ShelfName",
        wireName: "shelf_name",
        location: "uri",
        type: "string",
        required: true,
        sensitive: false,
        keep: true,
      },
    ],
  });
  const rule = requestPath("arn:${Partition}:library:${Region}::${Path}", /^\/v2/);
  expect(arns(rule, { ShelfName: "a b", Key: "k" }, operation)).toEqual([
    "arn:aws:library:eu-west-1::/shelves/a%20b/books/k",
  ]);
  expect(arns(rule, { ShelfName: "a" }, operation)).toEqual(["arn:aws:library:eu-west-1::/shelves/a/books/*"]);
  expect(arns(rule, {})).toEqual([]);
});

test("is any resource of the type that the action needs where the request does not fill the rule, else `*`", () => {
  const untold = (rule: ResourceRule, action: string) =>
    untoldResources(rule, { authorization, view: { call: apiCall("DescribeShelf", {}) }, action });
  const shelf = filled("shelf", { ShelfName: member("Room") });
  expect(untold(shelf, "library:DescribeShelf")).toEqual([
    { arn: `${OWN}:shelf/*`, widened: { reason: "no-resource-in-input", detail: "ShelfName of shelf" } },
  ]);
  expect(untold(shelf, "library:PutNote")).toMatchObject([{ arn: "*", widened: { reason: "no-resource-in-input" } }]);
  expect(untold(arnIn("Target"), "library:DescribeShelf")).toMatchObject([{ arn: "*" }]);
});

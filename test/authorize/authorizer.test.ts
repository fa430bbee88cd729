import { expect, test } from "vitest";
import { explainNoPermission } from "../../src/authorize/authorizer.ts";
import type { ServiceRules } from "../../src/services/define-service.ts";
import { apiCall, apiIndex, authorization, EXAMPLES, GROUNDS, operationModel, permissionsOf } from "./small-world.ts";

const rule = (...actions: readonly string[]) => ({
  ...GROUNDS,
  examples: EXAMPLES,
  authorizedActions: actions.map((action) => ({ action })),
});

const actions = (operation: string, rules: Omit<ServiceRules, "sdkId">) =>
  permissionsOf(apiCall(operation), { rules }).map(({ action }) => action);

test("takes the rule before the same-named action, and that before the rest", () => {
  const rules = { operations: { GetBook: rule("library:DescribeShelf") }, otherwise: rule("library:ListShelves") };
  expect(actions("GetBook", rules)).toEqual(["library:DescribeShelf"]);
  expect(actions("PutNote", rules)).toEqual(["library:PutNote"]);
  expect(actions("Ponder", rules)).toEqual(["library:ListShelves"]);
});

test("an operation that is named like what every object has has no rule for that", () => {
  const rules = { operations: { GetBook: rule("library:DescribeShelf") }, makes: {} };
  expect(actions("constructor", rules)).toEqual(["library:constructor"]);
});

test("takes the prefix of the record before that of the signing name", () => {
  expect(actions("Ponder", { servicePrefix: "paper" })).toEqual(["paper:Ponder"]);
});

const reason = (call: Parameters<typeof explainNoPermission>[1], auth?: "none" | "bearer", rules?: ServiceRules) =>
  explainNoPermission(
    {
      apis: apiIndex([operationModel("GetBook", auth === undefined ? {} : { auth })]),
      authorization,
      rules: () => rules,
    },
    call,
  );

test("needs nothing for unsigned calls, unsigned operations, and where AWS asks for nothing, and says so", () => {
  expect(permissionsOf(apiCall("GetBook", {}, { auth: "none" }))).toEqual([]);
  expect(reason(apiCall("GetBook", {}, { auth: "none" }))).toMatch(/not signed/);
  expect(reason(apiCall("GetBook"), "none")).toMatch(/without a signature/);
  expect(reason(apiCall("GetBook"), "bearer")).toMatch(/bearer token/);
  expect(reason(apiCall("GetBook"), undefined, { sdkId: "Library", operations: { GetBook: rule() } })).toBe(
    "the library says so",
  );
});

test("explains nothing where a permission is needed", () => {
  expect(reason(apiCall("GetBook"))).toBeUndefined();
  expect(reason(apiCall("GetBook", {}, { auth: "bearer" }))).toBeUndefined();
});

test("widens to a star account where nothing tells it", () => {
  const { account: _, ...stranger } = apiCall("DescribeShelf", { ShelfName: "a" });
  expect(permissionsOf(stranger)).toMatchObject([
    { resources: ["arn:aws:library:eu-west-1:*:shelf/a"], widened: { reason: "account-unknown" } },
  ]);
});

test("gives the same answer for the same call", () => {
  const call = apiCall("CreateLoan", { ShelfName: "a", BookNames: ["c", "b"] });
  expect(permissionsOf(call)).toEqual(permissionsOf(call));
});

test.each(['"', "\n", "${aws:username}", "*", "?", "\u0000", "ключ", "a:b/c", "constructor", "__proto__"])(
  "survives the hostile name %j",
  (name) => {
    const [permission] = permissionsOf(apiCall("DescribeShelf", { ShelfName: name }));
    expect(permission?.resources[0]).toMatch(/^arn:aws:library:eu-west-1:123456789012:shelf\/.+/s);
    expect(permission?.resources[0]?.replace(/\$\{[*?$]\}/g, "")).not.toMatch(/\*|\$\{/);
  },
);

test("takes a batch of ten thousand in its stride", () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `shelf-${index}`);
  expect(permissionsOf(apiCall("DescribeShelf", { ShelfNames: names }))[0]?.resources).toHaveLength(10_000);
});

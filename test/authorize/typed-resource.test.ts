import { expect, test } from "vitest";
import type { TypeQuestion } from "../../src/authorize/type-question.ts";
import { resolveType } from "../../src/authorize/typed-resource.ts";
import type { ApiCall } from "../../src/decode/api-call.ts";
import { unlessMember } from "../../src/services/rule-condition.ts";
import { captured, type Fill, fillWhen, matching, member, unknownPart } from "../../src/services/rule-value.ts";
import { callView, LIBRARY } from "./small-world.ts";

function resolve(type: string, input: ApiCall["input"], more: Partial<TypeQuestion> = {}) {
  const model = LIBRARY.resourceTypes.get(type);
  if (model === undefined) throw new Error(`no type ${type}`);
  const question: TypeQuestion = {
    type: model,
    model: LIBRARY,
    view: callView(input),
    isCreated: false,
    takesBareNames: true,
    ...more,
  };
  const { by, resources } = resolveType(question);
  return { by, arns: resources.map(({ arn }) => arn), widened: resources[0]?.widened };
}

const ruled = (type: string, input: ApiCall["input"], ...fills: readonly Fill[]) => resolve(type, input, { fills });

const OTHER = "arn:aws:library:us-west-2:999999999999";
const OWN = "arn:aws:library:eu-west-1:123456789012";

test("takes an ARN of the type's form as it is", () => {
  expect(resolve("shelf", { Target: `${OTHER}:shelf/a` })).toEqual({
    by: "arn",
    arns: [`${OTHER}:shelf/a`],
    widened: undefined,
  });
});

test("prefers the member named like the type among several ARNs", () => {
  expect(resolve("shelf", { ShelfArn: `${OTHER}:shelf/a`, Copy: `${OTHER}:shelf/b` }).arns).toEqual([
    `${OTHER}:shelf/a`,
  ]);
});

test("an ARN deeper in the input does not replace what the request names itself", () => {
  const peers = { Links: [{ Shelf: `${OTHER}:shelf/a` }] };
  expect(resolve("shelf", { ShelfName: "c", ...peers }).arns).toEqual([`${OWN}:shelf/c`]);
  expect(resolve("shelf", { Name: "c", ...peers }).arns).toEqual([`${OTHER}:shelf/a`]);
  expect(resolve("shelf", { Copies: [{ ShelfName: "c" }], ...peers }).arns).toEqual([`${OTHER}:shelf/a`]);
});

test("what is made has no ARN in the input, and no id of another thing", () => {
  const peers = { Links: [{ Loan: `${OTHER}:loan/a` }] };
  expect(resolve("loan", peers, { isCreated: true }).arns).toEqual([`${OWN}:loan/*`]);
  expect(resolve("book", { Near: `${OTHER}:shelf/a/book/b` }, { isCreated: true }).arns).toEqual([
    `${OTHER}:shelf/a/book/b`,
  ]);
});

test("fills the variables from member names", () => {
  expect(resolve("book", { ShelfName: "a", BookName: "b*" })).toEqual({
    by: "name",
    arns: [`${OWN}:shelf/a/book/b\${*}`],
    widened: undefined,
  });
});

test("takes account and region of the parent from the parent's ARN", () => {
  expect(resolve("book", { Shelf: `${OTHER}:shelf/a`, BookName: "b" }).arns).toEqual([`${OTHER}:shelf/a/book/b`]);
});

test("trusts the exact name more than a part of an ARN", () => {
  const input = { Near: `${OTHER}:shelf/a`, ShelfName: "c", BookName: "b" };
  expect(resolve("book", input).arns).toEqual([`${OWN}:shelf/c/book/b`]);
  expect(resolve("shelf", { Near: `${OTHER}:shelf/a`, ShelfName: "c" }).arns).toEqual([`${OWN}:shelf/c`]);
});

test("writes a star with the reason for what nothing fills", () => {
  expect(resolve("book", { BookName: "b" })).toEqual({
    by: "open",
    arns: [`${OWN}:shelf/*/book/b`],
    widened: { reason: "no-resource-in-input", detail: "ShelfName of book" },
  });
  expect(resolve("loan", { Name: "n" }, { isCreated: true }).widened?.reason).toBe("id-assigned-by-aws");
});

test("knows a type without variables of its own", () => {
  expect(resolve("catalog", {})).toEqual({ by: "name", arns: [`${OWN}:catalog`], widened: undefined });
});

test("takes the first fill that the request completes", () => {
  const fills = [{ ShelfName: member("Absent") }, { ShelfName: member("Room[]") }];
  expect(ruled("shelf", { Room: ["a", "b"] }, ...fills).arns).toEqual([`${OWN}:shelf/a`, `${OWN}:shelf/b`]);
});

test("takes a value apart by named groups, and decodes them", () => {
  const fill = matching(member("Url"), /\/(?<Account>\d+)\/(?<ShelfName>[^/]+)$/, { percentEncoded: true });
  expect(ruled("shelf", { Url: "https://x/42/a%20b" }, fill).arns).toEqual(["arn:aws:library:eu-west-1:42:shelf/a b"]);
  expect(ruled("shelf", { Url: "https://x/42/a%2" }, fill).arns).toEqual(["arn:aws:library:eu-west-1:42:shelf/a%2"]);
});

test("lets a fill count only where its condition holds", () => {
  const fill = fillWhen(unlessMember("Other"), { ShelfName: member("Room") });
  expect(ruled("shelf", { Room: "a" }, fill).by).toBe("rule");
  expect(ruled("shelf", { Room: "a", Other: "b" }, fill).by).toBe("open");
});

test("takes an ARN that fills a variable for the whole, and a parent's for its parts", () => {
  expect(ruled("shelf", { Room: `${OTHER}:shelf/a` }, { ShelfName: member("Room") }).arns).toEqual([
    `${OTHER}:shelf/a`,
  ]);
  const book = { ShelfName: member("Room"), BookName: member("Title") };
  expect(ruled("book", { Room: `${OTHER}:shelf/a`, Title: "b" }, book).arns).toEqual([`${OTHER}:shelf/a/book/b`]);
});

test("does not write an ARN of another kind into an ARN", () => {
  expect(ruled("shelf", { Room: "arn:aws:other:::x" }, { ShelfName: member("Room") }).by).toBe("open");
});

test("does not guess by names where a rule does not fill", () => {
  expect(ruled("shelf", { ShelfName: "a" }, { ShelfName: member("Absent") })).toMatchObject({
    by: "open",
    arns: [`${OWN}:shelf/*`],
  });
});

test("tells the widening of a part that the rule leaves open", () => {
  const fill = { ShelfName: unknownPart("*", "why", "what") };
  expect(ruled("shelf", {}, fill).widened).toEqual({ reason: "why", detail: "what" });
});

test("loses neither names nor ARNs of a list that holds both", () => {
  const input = { ShelfNames: ["a", `${OTHER}:shelf/b`] };
  const fill = { ShelfName: captured(member("ShelfNames[]"), /^([^:/]+)$/) };
  expect(ruled("shelf", input, fill).arns).toEqual([`${OWN}:shelf/a`, `${OTHER}:shelf/b`]);
  expect(resolve("shelf", input).arns.sort()).toEqual([`${OWN}:shelf/a`, `${OTHER}:shelf/b`].sort());
});

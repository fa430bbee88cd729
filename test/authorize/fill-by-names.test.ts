import { expect, test } from "vitest";
import { fillByNames } from "../../src/authorize/fill-by-names.ts";
import type { ApiCall } from "../../src/decode/api-call.ts";
import { callView, LIBRARY } from "./small-world.ts";

function resolve(type: string, input: ApiCall["input"], more: Partial<ApiCall> = {}) {
  const model = LIBRARY.resourceTypes.get(type);
  if (model === undefined) throw new Error(`no type ${type}`);
  const question = { type: model, model: LIBRARY, view: callView(input, more), isCreated: false, takesBareNames: true };
  const { by, resources } = fillByNames(question);
  return { by, arns: resources.map(({ arn }) => arn), widened: resources[0]?.widened };
}

const OWN = "arn:aws:library:eu-west-1:123456789012";

test("looks one level down for what the input itself leaves open", () => {
  expect(resolve("book", { ShelfName: "a", Requests: [{ BookName: "b" }, { BookName: "c" }] })).toEqual({
    by: "name",
    arns: [`${OWN}:shelf/a/book/b`, `${OWN}:shelf/a/book/c`],
    widened: undefined,
  });
  expect(resolve("shelf", { ShelfName: "a", Move: { ShelfName: "b" } }).arns).toEqual([`${OWN}:shelf/a`]);
});

test("takes none of two parts that name different resources", () => {
  const input = { Source: { ShelfName: "a" }, Target: { ShelfName: "b" } };
  expect(resolve("shelf", input).arns).toEqual([`${OWN}:shelf/*`]);
  expect(resolve("shelf", { Filters: [{ ShelfName: "a" }] }).arns).toEqual([`${OWN}:shelf/*`]);
});

test("takes no new name for the name of what is changed", () => {
  const input = { BoardId: "b", Name: "n" };
  expect(resolve("shelf", input, { operation: "UpdateBoard" }).arns).toEqual([`${OWN}:shelf/*`]);
  expect(resolve("shelf", { Name: "n" }, { operation: "UpdateBoard" }).arns).toEqual([`${OWN}:shelf/n`]);
});

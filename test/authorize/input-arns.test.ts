import { expect, test } from "vitest";
import { formOf, inputArns } from "../../src/authorize/input-arns.ts";
import { apiCall, LIBRARY } from "./small-world.ts";

const SHELF = "arn:aws:library:eu-west-1:1:shelf/a";

test("finds ARNs at any depth with the innermost member's name", () => {
  const call = apiCall("X", { ShelfArn: SHELF, Deep: { List: [{ Arn: SHELF }] }, Not: "arn:incomplete" });
  expect(inputArns(call)).toEqual([
    { member: "ShelfArn", isTopLevel: true, isAmongNames: false, arn: SHELF },
    { member: "Arn", isTopLevel: false, isAmongNames: false, arn: SHELF },
  ]);
});

test("counts the elements of a top-level list as top level, equal ones once", () => {
  expect(inputArns(apiCall("X", { Arns: [SHELF, SHELF] }))).toEqual([
    { member: "Arns", isTopLevel: true, isAmongNames: false, arn: SHELF },
  ]);
});

test("survives input that nests without end", () => {
  let nested: ReturnType<typeof apiCall>["input"] = { Arn: SHELF };
  for (let depth = 0; depth < 5000; depth += 1) nested = { Inner: nested };
  expect(inputArns(apiCall("X", nested))).toEqual([]);
});

test("takes the most specific form of an ARN", () => {
  expect(formOf(SHELF, LIBRARY)?.types).toEqual(["shelf"]);
  expect(formOf(`${SHELF}/book/b`, LIBRARY)?.types).toEqual(["book"]);
  expect(formOf("arn:aws:other:::shelf/a", LIBRARY)).toBeUndefined();
});

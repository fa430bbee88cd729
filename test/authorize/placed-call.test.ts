import { expect, test } from "vitest";
import { placedCall } from "../../src/authorize/placed-call.ts";
import type { ApiCall } from "../../src/decode/api-call.ts";
import { apiCall } from "./small-world.ts";

const NONE: ReadonlyMap<string, string> = new Map();

const untold = (more: Partial<ApiCall> = {}): ApiCall => {
  const { account: _, ...call } = apiCall("GetBook", {}, { region: "", ...more });
  return call;
};

test("what the call tells stands", () => {
  const told = apiCall("GetBook");
  const assumed = { account: "999999999999", region: "cn-north-1", partition: "aws-cn" };
  expect(placedCall(told, assumed, new Map([["a1b2c3", "888888888888"]]))).toEqual(told);
});

test("the region tells the partition, whatever is assumed", () => {
  const gov = apiCall("GetBook", {}, { region: "us-gov-west-1", partition: "aws-us-gov" });
  expect(placedCall(gov, { partition: "aws-cn" }, NONE).partition).toBe("aws-us-gov");
});

test("a partition that the host told stands too", () => {
  expect(placedCall(untold({ partition: "aws-cn" }), { partition: "aws-us-gov" }, NONE).partition).toBe("aws-cn");
});

test("silence is filled with what is assumed", () => {
  const assumed = { account: "999999999999", region: "us-gov-west-1", partition: "aws-us-gov" };
  expect(placedCall(untold(), assumed, NONE)).toMatchObject(assumed);
});

test("an assumed region tells its partition", () => {
  expect(placedCall(untold(), { region: "cn-north-1" }, NONE)).toMatchObject({ partition: "aws-cn" });
});

test("an account that an answer named is taken where the user says none", () => {
  const accounts = new Map([["a1b2c3", "888888888888"]]);
  expect(placedCall(untold(), {}, accounts).account).toBe("888888888888");
  expect(placedCall(untold(), { account: "999999999999" }, accounts).account).toBe("999999999999");
});

test("nothing is made up", () => {
  expect(placedCall(untold(), {}, NONE)).toEqual(untold());
});

import { expect, test } from "vitest";
import { remarksOn } from "../../src/authorize/call-remarks.ts";
import { apiCall, apiIndex, authorization, operationModel } from "./small-world.ts";

const operations = [
  operationModel("GetBook"),
  operationModel("LendBook", { deprecated: true }),
  operationModel("Enter", { auth: "none", deprecated: true }),
];
const context = { apis: apiIndex(operations), authorization, rules: () => undefined };

test("an ordinary call is not remarked on", () => {
  expect(remarksOn(context, apiCall("GetBook"))).toEqual([]);
});

test("a deprecated operation is", () => {
  expect(remarksOn(context, apiCall("LendBook"))).toEqual([
    { code: "deprecated-operation", message: "AWS has deprecated `Library LendBook`" },
  ]);
});

test("an operation that AWS asks no permission for is, with the reason", () => {
  expect(remarksOn(context, apiCall("Enter"))).toEqual([
    { code: "deprecated-operation", message: "AWS has deprecated `Library Enter`" },
    {
      code: "needs-no-permission",
      message: "`Library Enter` needs no permission: the operation is called without a signature",
    },
  ]);
});

import { expect, test } from "vitest";
import { remarksOn } from "../../src/authorize/call-remarks.ts";
import { permission } from "../support/recording.ts";
import { apiCall, apiIndex, authorization, operationModel } from "./small-world.ts";

const operations = [
  operationModel("GetBook"),
  operationModel("LendBook", { deprecated: true }),
  operationModel("Enter", { auth: "none", deprecated: true }),
];
const remarks = (call: ReturnType<typeof apiCall>, permissions: ReturnType<typeof permission>[] = []) =>
  remarksOn(context, { call, permissions });

const context = { apis: apiIndex(operations), authorization, rules: () => undefined };

test("an ordinary call is not remarked on", () => {
  expect(remarks(apiCall("GetBook"))).toEqual([]);
});

test("a call that client-side monitoring told is, where it needs a permission", () => {
  const told = apiCall("GetBook", {}, { source: "csm", account: "444455556666" });
  expect(remarks(told)).toEqual([]);
  expect(remarks(told, [permission()])).toEqual([
    {
      code: "csm-no-parameters",
      message:
        "`Library GetBook`: client-side monitoring told it without parameters: resources are wide, and actions that those ask for missing",
    },
  ]);
});

test("a deprecated operation is", () => {
  expect(remarks(apiCall("LendBook"))).toEqual([
    { code: "deprecated-operation", message: "AWS has deprecated `Library LendBook`" },
  ]);
});

test("an operation that AWS asks no permission for is, with the reason", () => {
  expect(remarks(apiCall("Enter"))).toEqual([
    { code: "deprecated-operation", message: "AWS has deprecated `Library Enter`" },
    {
      code: "needs-no-permission",
      message: "`Library Enter` needs no permission: the operation is called without a signature",
    },
  ]);
});

test("an object that was not found may need more", () => {
  const outcome = { kind: "failed", httpStatus: 404 } as const;
  expect(remarks(apiCall("GetObject", {}, { sdkId: "S3", outcome }))).toMatchObject([
    { code: "may-need-more", message: expect.stringMatching(/^`S3 GetObject` may need `s3:ListBucket`: an object/) },
  ]);
});

test("the account of a stand-in is remarked on, whether it had to stay or not", () => {
  const real = apiCall("GetBook", {}, { account: "111122223333" });
  expect(remarks(real, [permission()])).toEqual([]);
  expect(remarks(real, [permission({ isMovedFromStandIn: true })])).toMatchObject([{ code: "stand-in-account" }]);
  expect(remarks(apiCall("GetBook", {}, { account: "000000000000" }), [permission()])).toMatchObject([
    { code: "stand-in-account", message: expect.stringContaining("000000000000") },
  ]);
});

import { expect, test } from "vitest";
import { lintContext } from "../../src/pipeline/lint-context.ts";

const { actionsOfOperation } = await lintContext();

test.each([
  ["s3", "HeadObject", ["s3:GetObject", "s3:GetObjectVersion"]],
  ["s3", "listobjectsv2", ["s3:ListBucket"]],
  ["lambda", "Invoke", ["lambda:InvokeFunction"]],
  ["s3", "Nothing", []],
  ["nothing", "HeadObject", []],
])("%s:%s stands for %j", (servicePrefix, operation, actions) => {
  expect(actionsOfOperation(servicePrefix, operation)).toEqual(actions);
});

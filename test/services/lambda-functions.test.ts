import { expect, test } from "vitest";
import rules from "../../src/services/lambda.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a mapping names its function whole, whatever part of the ARN the request gives", () => {
  expect(permits("CreateEventSourceMapping", { FunctionName: "111122223333:function:resize:live" })).toEqual([
    "lambda:CreateEventSourceMapping * if lambda:FunctionArn = arn:aws:lambda:us-east-1:111122223333:function:resize:live",
  ]);
});

/** URLs of Lambda functions: any request to one invokes its function. */
import { defineService } from "./define-service.ts";
import { filled } from "./rule-resource.ts";
import { unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "Lambda Function URL",
  otherwise: {
    authorizedActions: [
      {
        action: "lambda:InvokeFunctionUrl",
        resource: filled("function", {
          FunctionName: unknownPart("*", "no-resource-in-input", "a function URL does not tell its function"),
        }),
        conditions: { StringEquals: { "lambda:FunctionUrlAuthType": "AWS_IAM" } },
      },
      {
        action: "lambda:InvokeFunction",
        resource: filled("function", {
          FunctionName: unknownPart("*", "no-resource-in-input", "a function URL does not tell its function"),
        }),
        conditions: { Bool: { "lambda:InvokedViaFunctionUrl": "true" } },
        origin: "dependent",
        because: "URLs made since October 2025 ask for the invocation itself, too",
      },
    ],
    because: "a signed request to a function URL invokes the function",
    see: "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html",
    examples: [
      {
        operation: "HttpGet",
        input: { UrlId: "abc", Path: "pets/1" },
        permits: [
          "lambda:InvokeFunctionUrl arn:aws:lambda:us-east-1:123456789012:function:* if lambda:FunctionUrlAuthType = AWS_IAM",
          "lambda:InvokeFunction arn:aws:lambda:us-east-1:123456789012:function:* if lambda:InvokedViaFunctionUrl = true",
        ],
      },
    ],
  },
});

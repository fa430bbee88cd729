/** AWS Lambda: functions by name, partial or full ARN, at a version or alias where the call names one. */
import { defineService } from "./define-service.ts";
import functions from "./lambda-functions.ts";
import { captured, firstOf, joined, member, ofCall } from "./rule-value.ts";

export default defineService({
  sdkId: "Lambda",
  resources: {
    function: {
      filledBy: [
        {
          Region: firstOf(captured(member("FunctionName"), /^arn:[^:]+:lambda:([^:]+):/), ofCall("region")),
          Account: firstOf(captured(member("FunctionName"), /(?:^|:)(\d{12}):function:/), ofCall("account")),
          FunctionName: joined(captured(member("FunctionName"), /^(?:.*:function:)?([^:]+)/), ":", member("Qualifier")),
        },
        {
          Region: firstOf(captured(member("FunctionName"), /^arn:[^:]+:lambda:([^:]+):/), ofCall("region")),
          Account: firstOf(captured(member("FunctionName"), /(?:^|:)(\d{12}):function:/), ofCall("account")),
          FunctionName: captured(member("FunctionName"), /^(?:.*:function:)?([^:]+(?::[^:]+)?)$/),
        },
      ],
      because:
        "a call is authorized on the version or alias that it names, and only on the bare function where it names none",
      see: "https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html",
      examples: [
        {
          operation: "GetFunction",
          input: { FunctionName: "resize" },
          permits: ["lambda:GetFunction arn:aws:lambda:us-east-1:123456789012:function:resize"],
        },
        {
          operation: "GetFunction",
          input: { FunctionName: "111122223333:function:resize" },
          permits: ["lambda:GetFunction arn:aws:lambda:us-east-1:111122223333:function:resize"],
        },
        {
          operation: "GetPolicy",
          input: { FunctionName: "arn:aws:lambda:eu-west-1:111122223333:function:resize:live" },
          permits: ["lambda:GetPolicy arn:aws:lambda:eu-west-1:111122223333:function:resize:live"],
        },
      ],
    },
    layerVersion: {
      filledBy: [{ LayerName: member("LayerName"), LayerVersion: member("VersionNumber") }],
      because: "a layer's version is its number",
      see: "https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html",
      examples: [
        {
          operation: "GetLayerVersion",
          input: { LayerName: "fonts", VersionNumber: 3 },
          permits: ["lambda:GetLayerVersion arn:aws:lambda:us-east-1:123456789012:layer:fonts:3"],
        },
        {
          operation: "GetLayerVersion",
          input: { LayerName: "arn:aws:lambda:eu-west-1:111122223333:layer:fonts", VersionNumber: 3 },
          permits: ["lambda:GetLayerVersion arn:aws:lambda:eu-west-1:111122223333:layer:fonts:3"],
        },
      ],
    },
  },
  operations: functions,
});

/** AWS Lambda: invoking functions, and what making one asks for besides. */
import { type AuthorizedAction, authorizedAs, authorizedOn, operationRules } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";
import code, { fetchesCode } from "./lambda-code.ts";
import { IN_A_VPC, WITH_FILES } from "./lambda-networks.ts";
import { whenMember } from "./rule-condition.ts";
import { arnIn, typed } from "./rule-resource.ts";
import { captured, firstOf, joined, member, ofCall } from "./rule-value.ts";

const ACCESS_POINT = "arn:aws:elasticfilesystem:us-east-1:123456789012:access-point/fsap-1";

const ON_A_CAPACITY_PROVIDER: AuthorizedAction = {
  action: "lambda:PassCapacityProvider",
  resource: arnIn("CapacityProviderConfig.LambdaManagedInstancesCapacityProviderConfig.CapacityProviderArn"),
  when: whenMember("CapacityProviderConfig"),
  origin: "dependent",
  because: "the function runs on a capacity provider",
};

export default operationRules({
  ...authorizedAs(
    { Invoke: "InvokeFunction", InvokeWithResponseStream: "InvokeFunction" },
    {
      servicePrefix: "lambda",
      because: "the action is named after the function that is invoked",
      see: "https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html",
      example: {
        input: { FunctionName: "resize", Qualifier: "live" },
        on: "arn:aws:lambda:us-east-1:123456789012:function:resize:live",
      },
    },
  ),
  ...authorizedOn(
    Object.fromEntries(
      ["Delete", "Get", "Put"].map((verb) => [
        `${verb}ProvisionedConcurrencyConfig`,
        {
          resources: [typed("function")],
          input: { FunctionName: "resize", Qualifier: "live" },
          on: ["arn:aws:lambda:us-east-1:123456789012:function:resize:live"],
        },
      ]),
    ),
    {
      servicePrefix: "lambda",
      because:
        "concurrency is provisioned for a version or an alias, and the request does not tell which of them it is",
      see: "https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html",
    },
  ),
  ...code,
  GetLayerVersionByArn: {
    authorizedActions: [{ action: "lambda:GetLayerVersion", resource: arnIn("Arn") }],
    because: "reading a layer version by ARN is reading the layer version",
    see: "https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersionByArn.html",
    examples: [
      {
        input: { Arn: "arn:aws:lambda:us-east-1:111122223333:layer:fonts:3" },
        permits: ["lambda:GetLayerVersion arn:aws:lambda:us-east-1:111122223333:layer:fonts:3"],
      },
    ],
  },
  CreateFunction: {
    authorizedActions: [
      { action: "lambda:CreateFunction" },
      {
        action: "lambda:GetLayerVersion",
        resource: arnIn("Layers[]"),
        when: whenMember("Layers"),
        origin: "dependent",
        because: "the function uses layers",
      },
      {
        action: "lambda:TagResource",
        resource: typed("function"),
        when: whenMember("Tags"),
        origin: "dependent",
        because: "the new function is tagged",
      },
      ON_A_CAPACITY_PROVIDER,
      ...fetchesCode("Code."),
      ...IN_A_VPC,
      WITH_FILES,
      ...usesKey({ path: "KMSKeyArn", actions: ["CreateGrant", "Decrypt", "DescribeKey", "Encrypt"], via: "lambda" }),
    ],
    because: "layers, tags, networks, capacity providers and keys of the new function have actions of their own",
    see: "https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html",
    examples: [
      {
        input: { FunctionName: "resize", Role: "arn:aws:iam::123456789012:role/app/resize" },
        permits: [
          "lambda:CreateFunction arn:aws:lambda:us-east-1:123456789012:function:resize",
          "iam:PassRole arn:aws:iam::123456789012:role/app/resize if iam:PassedToService = lambda.amazonaws.com",
        ],
      },
      {
        input: {
          FunctionName: "resize",
          Code: { S3Bucket: "builds", S3Key: "resize.zip" },
          Layers: ["arn:aws:lambda:us-east-1:111122223333:layer:fonts:3"],
          Tags: { team: "web" },
        },
        permits: [
          "lambda:CreateFunction arn:aws:lambda:us-east-1:123456789012:function:resize",
          "s3:GetObject arn:aws:s3:::builds/resize.zip",
          "lambda:GetLayerVersion arn:aws:lambda:us-east-1:111122223333:layer:fonts:3",
          "lambda:TagResource arn:aws:lambda:us-east-1:123456789012:function:resize",
        ],
      },
    ],
  },
  UpdateFunctionConfiguration: {
    authorizedActions: [
      { action: "lambda:UpdateFunctionConfiguration" },
      {
        action: "lambda:GetLayerVersion",
        resource: arnIn("Layers[]"),
        when: whenMember("Layers"),
        origin: "dependent",
        because: "the function uses layers",
      },
      ON_A_CAPACITY_PROVIDER,
      ...IN_A_VPC,
      WITH_FILES,
      ...usesKey({ path: "KMSKeyArn", actions: ["CreateGrant", "Decrypt", "DescribeKey", "Encrypt"], via: "lambda" }),
    ],
    because: "layers, networks and keys that the function uses have actions of their own",
    see: "https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html",
    examples: [
      {
        input: { FunctionName: "resize", FileSystemConfigs: [{ Arn: ACCESS_POINT, LocalMountPath: "/mnt/a" }] },
        permits: [
          "lambda:UpdateFunctionConfiguration arn:aws:lambda:us-east-1:123456789012:function:resize",
          `elasticfilesystem:DescribeMountTargets ${ACCESS_POINT}`,
          "elasticfilesystem:DescribeMountTargets arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/*",
        ],
      },
      {
        input: { FunctionName: "resize", VpcConfig: { SubnetIds: ["subnet-1"], SecurityGroupIds: ["sg-1"] } },
        permits: [
          "lambda:UpdateFunctionConfiguration arn:aws:lambda:us-east-1:123456789012:function:resize",
          "ec2:DescribeSecurityGroups *",
          "ec2:DescribeSubnets *",
          "ec2:DescribeVpcs *",
        ],
      },
      {
        input: {
          FunctionName: "resize",
          CapacityProviderConfig: {
            LambdaManagedInstancesCapacityProviderConfig: {
              CapacityProviderArn: "arn:aws:lambda:us-east-1:123456789012:capacity-provider:large",
            },
          },
        },
        permits: [
          "lambda:UpdateFunctionConfiguration arn:aws:lambda:us-east-1:123456789012:function:resize",
          "lambda:PassCapacityProvider arn:aws:lambda:us-east-1:123456789012:capacity-provider:large",
        ],
      },
      {
        input: { FunctionName: "resize", Layers: ["arn:aws:lambda:us-east-1:111122223333:layer:fonts:3"] },
        permits: [
          "lambda:UpdateFunctionConfiguration arn:aws:lambda:us-east-1:123456789012:function:resize",
          "lambda:GetLayerVersion arn:aws:lambda:us-east-1:111122223333:layer:fonts:3",
        ],
      },
    ],
  },
  CreateEventSourceMapping: {
    authorizedActions: [
      {
        action: "lambda:CreateEventSourceMapping",
        conditions: {
          ArnEquals: {
            "lambda:FunctionArn": firstOf(
              captured(member("FunctionName"), /^(arn:.+)$/),
              joined(
                "arn:",
                ofCall("partition"),
                ":lambda:",
                ofCall("region"),
                ":",
                firstOf(captured(member("FunctionName"), /^(\d{12}):function:/), ofCall("account")),
                ":function:",
                captured(member("FunctionName"), /^(?:.*:function:)?(.+)$/),
              ),
            ),
          },
        },
      },
    ],
    because: "the action has no resource, but its condition key names the function",
    see: "https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html",
    examples: [
      {
        input: { FunctionName: "resize", EventSourceArn: "arn:aws:sqs:us-east-1:123456789012:jobs" },
        permits: [
          "lambda:CreateEventSourceMapping * if lambda:FunctionArn = arn:aws:lambda:us-east-1:123456789012:function:resize",
        ],
      },
    ],
  },
});

import { describe, expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { withObservedConditions } from "../../src/authorize/observed-conditions.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import type { ApiCall } from "../../src/decode/api-call.ts";
import { serviceRules } from "../../src/services/index.ts";
import { apiCall, authorization, callView, permissionsOf } from "./small-world.ts";

const SHELF = "arn:aws:library:eu-west-1:123456789012:shelf/s";
const ENDPOINT = "vpce-0123456789abcdef0-a1b2c3d4.library.eu-west-1.vpce.amazonaws.com";

const observedOf = (operation: string, input: ApiCall["input"], more: Partial<ApiCall> = {}) =>
  Object.fromEntries(
    permissionsOf(apiCall(operation, input, more)).map(({ action, observedConditions }) => [
      action,
      observedConditions,
    ]),
  );

describe("tags of a request", () => {
  test.each([
    ["a list", { Tags: [{ Key: "team", Value: "a" }] }],
    ["a list in lower case", { tags: [{ key: "team", value: "a" }] }],
    ["a map", { Tags: { team: "a" } }],
  ])("as %s bind the action for which AWS lists the key", (_, tags) => {
    expect(observedOf("CreateShelf", { ShelfName: "s", ...tags })).toEqual({
      "library:CreateShelf": { [SHELF]: { StringEquals: { "aws:RequestTag/team": ["a"] } } },
      "library:TagResource": undefined,
    });
  });

  test.each([
    ["whose value is not known", { Tags: [{ Key: "team" }] }],
    ["whose value is empty", { Tags: { team: "" } }],
    ["that differ in case only", { Tags: { team: "a", Team: "b" } }],
    ["that a policy cannot spell", { Tags: { "te\u0142am": "a" } }],
    ["whose value a policy cannot spell", { Tags: { team: "\u0142" } }],
    [
      "that would fill a policy",
      { Tags: Object.fromEntries(Array.from({ length: 40 }, (__, n) => [`tag-${n}`, "x".repeat(20)])) },
    ],
    ["that are none", { Tags: [] }],
  ])("%s bind nothing", (_, tags) => {
    expect(observedOf("CreateShelf", { ShelfName: "s", ...tags })["library:CreateShelf"]).toBeUndefined();
  });

  test("are not all known where the input was cut", () => {
    const input = { ShelfName: "s", Tags: { team: "a" } };
    expect(observedOf("CreateShelf", input, { inputTruncated: true })["library:CreateShelf"]).toBeUndefined();
  });

  test("are written so that they mean themselves", () => {
    expect(observedOf("CreateShelf", { ShelfName: "s", Tags: { team: "a*" } })["library:CreateShelf"]).toEqual({
      [SHELF]: { StringEquals: { "aws:RequestTag/team": ["a$" + "{*}"] } },
    });
  });
});

test("an interface endpoint binds what the program itself asks for", () => {
  const bound = { [SHELF]: { StringEquals: { "aws:SourceVpce": ["vpce-0123456789abcdef0"] } } };
  expect(observedOf("DescribeShelf", { ShelfName: "s" }, { hostname: ENDPOINT })).toEqual({
    "library:DescribeShelf": bound,
  });
});

test("what another principal asks for, and what no table lists, is left alone", () => {
  const question = { view: callView({}, { hostname: ENDPOINT }), authorization, servicePrefix: "library" };
  const base = { resources: [SHELF], conditions: {}, because: "b", verified: true } as const;
  const permissions = [
    { ...base, action: "library:DescribeShelf", origin: "forward-access" },
    { ...base, action: "library:DescribeShelf", origin: "pass-role" },
    { ...base, action: "library:Unknown", origin: "direct" },
    { ...base, action: "other:DescribeShelf", origin: "direct" },
  ] as const;
  expect(withObservedConditions(question, permissions)).toEqual(permissions);
});

describe("with AWS's own tables", () => {
  const authorize = createAuthorizer({
    apis: openApiIndex(),
    authorization: openAuthorizationIndex(),
    rules: serviceRules,
  });
  const conditionsOf = (call: Partial<ApiCall>) =>
    Object.fromEntries(
      authorize(apiCall(call.operation ?? "", call.input, call)).flatMap(({ action, observedConditions }) =>
        observedConditions === undefined ? [] : [[action, observedConditions]],
      ),
    );

  test("tags by type bind resources of that type alone", () => {
    const TagSpecifications = [{ ResourceType: "instance", Tags: [{ Key: "team", Value: "a" }] }];
    const input = {
      ImageId: "ami-0123456789abcdef0",
      InstanceType: "t3.micro",
      MinCount: 1,
      MaxCount: 1,
      TagSpecifications,
    };
    const bound = conditionsOf({ sdkId: "EC2", signingName: "ec2", operation: "RunInstances", input });
    const tagged = {
      StringEquals: { "aws:RequestTag/team": ["a"] },
      "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] },
      Null: { "aws:TagKeys": ["false"] },
    };
    expect(bound["ec2:RunInstances"]).toEqual({ "arn:aws:ec2:eu-west-1:123456789012:instance/*": tagged });
  });

  test("tags that are taken away bind by their names", () => {
    const keyArn = "arn:aws:kms:eu-west-1:123456789012:key/0f3a";
    expect(
      conditionsOf({
        sdkId: "KMS",
        signingName: "kms",
        operation: "UntagResource",
        input: { KeyId: keyArn, TagKeys: ["a"] },
      }),
    ).toEqual({
      "kms:UntagResource": {
        [keyArn]: { "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] }, Null: { "aws:TagKeys": ["false"] } },
      },
    });
  });
});

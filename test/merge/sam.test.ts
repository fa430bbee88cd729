import { expect, test } from "vitest";
import { templatePolicies } from "../../src/merge/cloudformation.ts";
import { samPolicies } from "../../src/merge/sam.ts";
import { parseYaml } from "../../src/merge/yaml-tree.ts";

const policies = (type: string, yaml: string): string[] =>
  templatePolicies(
    parseYaml(`Resources:\n  F:\n    Type: ${type}\n    Properties:\n      Policies: ${yaml}`, "t.yaml"),
  ).map(({ address }) => address);

test("statements stand beside names and policy templates", () => {
  const yaml = "[Name, {S3ReadPolicy: {BucketName: b}}, {Statement: []}]";
  expect(policies("AWS::Serverless::Function", yaml)).toEqual(["Resources.F.Policies.2"]);
});

test("one policy needs no list", () => {
  expect(policies("AWS::Serverless::StateMachine", "{Statement: {Effect: Allow}}")).toEqual(["Resources.F.Policies"]);
});

test("names alone are no policies of the file", () => {
  expect(policies("AWS::Serverless::Function", "AWSLambdaBasicExecutionRole")).toEqual([]);
});

test("other resources have no such policies", () => {
  const node = parseYaml("{Statement: []}", "t.yaml");
  expect(samPolicies("AWS::Serverless::Api", [{ address: "x", node }])).toEqual([]);
});

import { expect, test } from "vitest";
import { isServerless, serverlessPolicies } from "../../src/merge/serverless.ts";
import { parseYaml } from "../../src/merge/yaml-tree.ts";

const addresses = (...lines: string[]): string[] =>
  serverlessPolicies(parseYaml(lines.join("\n"), "serverless.yml")).map(({ address }) => address);

test("the statements of the provider's role, by either name", () => {
  expect(addresses("provider:", "  iam: {role: {statements: []}}")).toEqual(["provider.iam.role"]);
  expect(addresses("provider:", "  iamRoleStatements: []")).toEqual(["provider"]);
});

test("the statements of single functions", () => {
  expect(addresses("provider: {}", "functions:", "  up: {iamRoleStatements: []}", "  down: {}")).toEqual([
    "functions.up",
  ]);
});

test("the policies of templates that the file carries, one or a list", () => {
  const policy = "{P: {Type: AWS::IAM::Policy, Properties: {PolicyDocument: {Statement: []}}}}";
  expect(addresses("provider: {}", `resources: {Resources: ${policy}}`)).toEqual(["resources.Resources.P"]);
  expect(addresses("provider: {}", `resources: [x, {Resources: ${policy}}]`)).toEqual(["resources.1.Resources.P"]);
});

test("a file is one of the framework by its provider, or by service and functions", () => {
  const is = (yaml: string): boolean => isServerless(parseYaml(yaml, "serverless.yml"));
  expect([is("provider: {}"), is("service: x\nfunctions: {}"), is("service: x"), is("Resources: {}")]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

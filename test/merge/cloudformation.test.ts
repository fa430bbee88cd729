import { describe, expect, test } from "vitest";
import { templatePolicies } from "../../src/merge/cloudformation.ts";
import { parseYaml } from "../../src/merge/yaml-tree.ts";

const addresses = (...lines: string[]): string[] =>
  templatePolicies(parseYaml(lines.join("\n"), "t.yaml")).map(({ address }) => address);

const document = "PolicyDocument: {Statement: [{Effect: Allow, Action: a:B, Resource: '*'}]}";

describe("where policies stand", () => {
  test.each(["Policy", "ManagedPolicy", "RolePolicy", "UserPolicy", "GroupPolicy"])("AWS::IAM::%s", (type) => {
    expect(
      addresses("Resources:", "  P:", `    Type: AWS::IAM::${type}`, "    Properties:", `      ${document}`),
    ).toEqual(["Resources.P"]);
  });

  test.each(["Role", "User", "Group"])("the inline policies of AWS::IAM::%s, by number", (type) => {
    const policies = [`      - ${document}`, `      - {PolicyName: two, ${document}}`];
    expect(
      addresses("Resources:", "  R:", `    Type: AWS::IAM::${type}`, "    Properties:", "      Policies:", ...policies),
    ).toEqual(["Resources.R.Policies.0", "Resources.R.Policies.1"]);
  });

  test("the inline policy of a permission set of IAM Identity Center", () => {
    const inline = document.replace("PolicyDocument", "InlinePolicy");
    const lines = ["Resources:", "  S:", "    Type: AWS::SSO::PermissionSet", "    Properties:", `      ${inline}`];
    expect(addresses(...lines)).toEqual(["Resources.S"]);
  });

  test("in both branches of a choice", () => {
    const choice = `      - !If [c, {${document}}, {${document}}]`;
    expect(
      addresses("Resources:", "  R:", "    Type: AWS::IAM::Role", "    Properties:", "      Policies:", choice),
    ).toEqual(["Resources.R.Policies.0.If.0", "Resources.R.Policies.0.If.1"]);
  });

  test("who may take a role on, and what a resource allows, are none", () => {
    const assume = document.replace("PolicyDocument", "AssumeRolePolicyDocument");
    expect(addresses("Resources:", "  R:", "    Type: AWS::IAM::Role", "    Properties:", `      ${assume}`)).toEqual(
      [],
    );
    expect(
      addresses("Resources:", "  B:", "    Type: AWS::S3::BucketPolicy", "    Properties:", `      ${document}`),
    ).toEqual([]);
  });

  test("a document that a function gives is found, to say so", () => {
    const [place] = templatePolicies(
      parseYaml("Resources: {P: {Type: AWS::IAM::Policy, Properties: {PolicyDocument: !Ref Document}}}", "t.yaml"),
    );
    expect(place).toMatchObject({ address: "Resources.P", key: { text: "PolicyDocument" } });
  });
});

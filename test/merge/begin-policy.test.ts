import { describe, expect, test } from "vitest";
import { beginJson, beginTerraform, beginYaml } from "../../src/merge/begin-policy.ts";
import { readerFor } from "../support/policy-reader.ts";

const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;

const POLICY = [
  "IamgenPolicy:",
  "    Type: AWS::IAM::ManagedPolicy",
  "    Properties:",
  "        Description: Kept true by iamgen",
  "        PolicyDocument:",
  '            Version: "2012-10-17"',
  "            Statement: []",
];

test("a template gets one more resource, in its own indents, behind an empty line where the others have one", async () => {
  const before = lines("Resources:", "   A:", "       Type: x", "", "   B:", "       Type: y # last", "Outputs: {}");
  const after = beginYaml(before, "t.yaml") ?? "";
  const policy = POLICY.map((line) => `   ${line}`);
  expect(after).toBe(before.replace("# last\n", `# last\n\n${lines(...policy)}`));
  expect((await readerFor("t.yaml")(after, "t.yaml")).policies).toMatchObject([{ address: "Resources.IamgenPolicy" }]);
});

test("line ends stay, and a text without a last one keeps to that", () => {
  const before = "Resources:\r\n  A:\r\n    Type: x";
  const after = beginYaml(before, "t.yaml") ?? "";
  expect(after.startsWith(`${before}\r\n  IamgenPolicy:\r\n    Type: `)).toBe(true);
  expect(after.endsWith("Statement: []")).toBe(true);
  expect(after.replaceAll("\r\n", "")).not.toContain("\n");
});

describe("Serverless", () => {
  test.each([
    [
      ["provider:", "  name: aws"],
      ["  iam:", "    role:", "      statements: []"],
    ],
    [
      ["provider:", "  iam:", "    deploymentRole: x"],
      ["    role:", "      statements: []"],
    ],
    [["provider:", "    iam:", "        role:", "            name: x"], ["            statements: []"]],
  ])("%j gets statements", async (before, added) => {
    const after = beginYaml(lines(...before), "serverless.yml") ?? "";
    expect(after).toBe(lines(...before, ...added));
    expect((await readerFor("serverless.yml")(after, "serverless.yml")).policies).toHaveLength(1);
  });

  test.each([[["provider:", "  iam:", "    role: arn:aws:iam::111122223333:role/r"]], [["provider: {name: aws}"]]])(
    "%j has no room",
    (before) => {
      expect(beginYaml(lines(...before), "serverless.yml")).toBeUndefined();
    },
  );
});

test("JSON templates get it too", async () => {
  const before = JSON.stringify({ Resources: { A: { Type: "x" } } }, undefined, 4);
  const after = beginJson(before, "t.json") ?? "";
  expect(Object.keys(JSON.parse(after).Resources)).toEqual(["A", "IamgenPolicy"]);
  expect(after).toBe(JSON.stringify(JSON.parse(after), undefined, 4));
  const minified = beginJson(JSON.stringify(JSON.parse(before)), "t.json") ?? "";
  expect(minified).toBe(JSON.stringify(JSON.parse(after)));
});

test.each([
  ["a template without resources", beginYaml("Resources: {}\n", "t.yaml")],
  ["a template that has something of that name", beginYaml("Resources:\n  IamgenPolicy:\n    Type: x\n", "t.yaml")],
  ["any other YAML", beginYaml("a: b\n", "t.yaml")],
  ["any other JSON", beginJson("{}", "t.json")],
  ["JSON that is none", beginJson("{", "t.json")],
])("%s has no room", (_, after) => {
  expect(after).toBeUndefined();
});

test("a Terraform file gets a document behind what is there, with its line ends", () => {
  expect(beginTerraform("variable {}\r\n", "a.tf")).toBe(
    'variable {}\r\n\r\ndata "aws_iam_policy_document" "iamgen" {\r\n}\r\n',
  );
});

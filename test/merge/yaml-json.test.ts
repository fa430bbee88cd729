import { expect, test } from "vitest";
import { readYamlPolicyFile } from "../../src/merge/yaml.ts";
import { policiesInBlocks } from "../../src/merge/yaml-json.ts";
import { parseYaml } from "../../src/merge/yaml-tree.ts";

const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;
const GET = { Sid: "IamgenS3Read", Effect: "Allow", Action: "s3:GetObject", Resource: "*" } as const;
const ADDED = { replaced: new Map(), removed: new Set<number>(), added: [GET] };

const RESOURCE = lines(
  "kind: Policy",
  "spec:",
  "  policyDocument: |",
  "    {",
  '      "Version": "2012-10-17",',
  '      "Statement": []',
  "    }",
  "  name: x # the name",
);

test("JSON in a block is edited in its place and in the block's indents", async () => {
  const file = await readYamlPolicyFile(RESOURCE, "policy.yaml");
  expect(file.policies.map(({ address, region }) => [address, region.startLine])).toEqual([["spec.policyDocument", 4]]);
  expect(file.withEdits("spec.policyDocument", ADDED)).toBe(
    RESOURCE.replace(
      "[]",
      lines(
        "[",
        "        {",
        '          "Sid": "IamgenS3Read",',
        '          "Effect": "Allow",',
        '          "Action": "s3:GetObject",',
        '          "Resource": "*"',
        "        }",
        "      ]",
      ).trimEnd(),
    ),
  );
});

test.each([
  ["a block of other text", "a: |\n  { not json\n"],
  ["a policy of a resource", 'a: |\n  {"Statement": {"Effect": "Allow", "Principal": "*", "Action": "a:B"}}\n'],
  ["a block that a function fills in", 'a: !Sub |\n  {"Version": "2012-10-17", "Statement": []}\n'],
  ["a quoted text", `a: '{"Version": "2012-10-17", "Statement": []}'\n`],
])("%s is none", (_, text) => {
  expect(policiesInBlocks(text, parseYaml(text, "a.yaml"))).toEqual([]);
});

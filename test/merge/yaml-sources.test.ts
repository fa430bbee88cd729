import { expect, test } from "vitest";
import type { Statement } from "../../src/iam/policy-document.ts";
import { readYamlPolicyFile } from "../../src/merge/yaml.ts";

const HOME = { partition: "aws", region: "eu-west-1", account: "111122223333" };
const QUEUE = "arn:aws:sqs:eu-west-1:111122223333:jobs/${aws:username}";

async function resourceAdded(text: string, resource: Statement["Resource"], home = HOME): Promise<string> {
  const file = await readYamlPolicyFile(text, "p.yaml");
  const added: Statement[] = [
    { Effect: "Allow", Action: "a:B", ...(resource === undefined ? {} : { Resource: resource }) },
  ];
  const after = file.withEdits(file.policies[0]?.address ?? "", {
    replaced: new Map(),
    removed: new Set(),
    added,
    home,
  });
  return after.slice(after.lastIndexOf("Resource:"));
}

const with_ = (resource: string): string => `Statement:\n- Effect: Allow\n  Action: a:C\n  Resource: ${resource}\n`;

test("where neighbours use !Sub, the places that they name are named too", async () => {
  const neighbour = with_("!Sub 'arn:aws:a:${AWS::Region}:${AWS::AccountId}:x'");
  expect(await resourceAdded(neighbour, QUEUE)).toBe(
    "Resource: !Sub 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:jobs/${!aws:username}'\n",
  );
});

test("the long form where neighbours have it", async () => {
  const neighbour = with_('\n    Fn::Sub: "arn:${AWS::Partition}:a:::x"');
  expect(await resourceAdded(neighbour, QUEUE)).toBe(
    'Resource:\n    Fn::Sub: "arn:${AWS::Partition}:sqs:eu-west-1:111122223333:jobs/${!aws:username}"\n',
  );
});

test("another account or region stays literal, and so does all without a home", async () => {
  const neighbour = with_("!Sub arn:aws:a:${AWS::Region}:${AWS::AccountId}:x");
  const other = "arn:aws:sqs:us-east-1:444455556666:jobs";
  expect(await resourceAdded(neighbour, other)).toBe(`Resource: ${other}\n`);
  expect(await resourceAdded(with_("x"), other)).toBe(`Resource: ${other}\n`);
});

test("Serverless files name them by the framework's variables", async () => {
  const text =
    "provider:\n  iam:\n    role:\n      statements:\n      - Effect: Allow\n        Resource: x:${aws:region}:${aws:accountId}\n";
  expect(await resourceAdded(text, "arn:aws:sqs:eu-west-1:111122223333:jobs")).toBe(
    'Resource: "arn:aws:sqs:${aws:region}:${aws:accountId}:jobs"\n',
  );
});

test("what the policy computes already is taken over as it is written, however long", async () => {
  const join = "!Join\n    - ':'\n    - - arn:aws:a\n      - !Ref AWS::Region\n      - ':x'";
  expect(await resourceAdded(with_(join), ["arn:aws:a:*::x", "z"])).toBe(
    "Resource:\n    - !Join\n        - ':'\n        - - arn:aws:a\n          - !Ref AWS::Region\n          - ':x'\n    - z\n",
  );
});

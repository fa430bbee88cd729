import { describe, expect, test } from "vitest";
import { readJsonPolicyFile } from "../../src/merge/json-policy-file.ts";

const POLICY = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "a:B", "Resource": "*"}]}';

test("regions count the byte order mark as the editor's first column does not begin before it", async () => {
  const file = await readJsonPolicyFile(`\uFEFF\n${POLICY}`, "p.json");
  expect(file.policies[0]?.statements[0]?.region).toEqual({ startLine: 2, startColumn: 41, endLine: 2, endColumn: 94 });
});

test("a document in a string has the address of the string", async () => {
  const file = await readJsonPolicyFile(JSON.stringify({ roles: [{ policy_document: POLICY }] }), "vault.json");
  expect(file.policies.map(({ address }) => address)).toEqual(["roles.0.policy_document"]);
});

test("comments are refused with their place", async () => {
  await expect(readJsonPolicyFile('{\n  // all of it\n  "Version": "2012-10-17"\n}\n', "p.json")).rejects.toThrow(
    "p.json:2:3: a comment: JSON has none, and what reads policies refuses it\n    // all of it\n    ^",
  );
});

test("an address that is not in the file is refused", async () => {
  const file = await readJsonPolicyFile(POLICY, "p.json");
  const none = { replaced: new Map(), removed: new Set<number>(), added: [] };
  expect(() => file.withEdits("other", none)).toThrow("no policy has the address `other`");
  expect(file.withEdits("", none)).toBe(POLICY);
});

describe("a document in a string of a Terraform configuration in JSON", () => {
  const open = async (policy: string, fileName = "main.tf.json") => {
    const { policies, withEdits } = await readJsonPolicyFile(
      JSON.stringify({ resource: { aws_iam_policy: { p: { policy } } } }),
      fileName,
    );
    return { policy: policies[0], withEdits };
  };
  const adding = (Resource: string) => ({
    replaced: new Map(),
    removed: new Set<number>(),
    added: [{ Effect: "Allow", Action: "a:C", Resource } as const],
  });
  const ADDRESS = "resource.aws_iam_policy.p.policy";

  test("is read and edited where Terraform fills nothing in", async () => {
    const { policy, withEdits } = await open(POLICY);
    expect(policy).toMatchObject({ address: ADDRESS, statements: [{ statement: { Action: "a:B" } }] });
    expect(withEdits(ADDRESS, adding("arn:aws:a:::x"))).toContain("arn:aws:a:::x");
  });

  test("is left alone where it does, and where what is added would be filled in", async () => {
    const filledIn = POLICY.replace('"*"', '"$' + '{aws_s3_bucket.b.arn}"');
    expect((await open(filledIn)).policy).toMatchObject({ statements: [], notEditable: expect.any(String) });
    const { withEdits } = await open(POLICY);
    expect(() => withEdits(ADDRESS, adding("arn:aws:a:::$" + "{*}"))).toThrow(/Terraform fills its text in/);
    expect((await open(filledIn, "main.json")).policy?.statements).toHaveLength(1);
  });
});

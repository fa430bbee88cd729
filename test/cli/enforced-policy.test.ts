import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { enforcedPolicy } from "../../src/cli/enforced-policy.ts";
import { ORIGINS } from "../../src/cli/program.ts";
import { tempDir } from "../support/temp-dir.ts";

function file(name: string, text: string): string {
  const path = join(tempDir(), name);
  writeFileSync(path, text);
  return path;
}

const STATEMENT = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const POLICY = JSON.stringify({ Version: "2012-10-17", Statement: [STATEMENT] });

test("a policy is read when the run begins, in the format that its file's name tells", async () => {
  const path = file("p.json", POLICY);
  expect(await enforcedPolicy({ enforce: path, strict: true, account: "111122223333" })?.()).toEqual({
    document: { Version: "2012-10-17", Statement: [STATEMENT] },
    name: path,
    logOnly: false,
    refuseUndecoded: true,
    assumed: { account: "111122223333" },
  });
});

test("one of several policies of a file is chosen by its address", async () => {
  const role = (action: string) => ({
    Type: "AWS::IAM::ManagedPolicy",
    Properties: { PolicyDocument: { Version: "2012-10-17", Statement: [{ ...STATEMENT, Action: action }] } },
  });
  const path = file("t.json", JSON.stringify({ Resources: { A: role("s3:GetObject"), B: role("s3:PutObject") } }));
  await expect(enforcedPolicy({ enforce: path })?.()).rejects.toMatchObject({ code: "several-policies" });
  const chosen = await enforcedPolicy({ enforce: path, select: "Resources.B.Properties.PolicyDocument" })?.();
  expect(chosen?.document.Statement).toMatchObject([{ Action: "s3:PutObject" }]);
});

test("without the option there is nothing to enforce, nor to log", () => {
  expect(enforcedPolicy({})).toBeUndefined();
  expect(() => enforcedPolicy({ enforceLog: true })).toThrow("`--enforce-log` needs a policy");
  expect(() => enforcedPolicy({ select: "A" })).toThrow("`--select` chooses from a policy file, and there is none");
  expect(enforcedPolicy({ select: "A", [ORIGINS]: { select: "select of iamgen.config.json" } })).toBeUndefined();
});

test("a file of a kind that is not read is told at once; one that cannot be read when the run begins", async () => {
  expect(() => enforcedPolicy({ enforce: "policy.txt" })).toThrow("cannot tell what `policy.txt` is written in");
  await expect(enforcedPolicy({ enforce: "/nowhere/p.json" })?.()).rejects.toMatchObject({ code: "policy-unreadable" });
  await expect(enforcedPolicy({ enforce: file("p.json", "{}") })?.()).rejects.toMatchObject({ exitCode: 4 });
});

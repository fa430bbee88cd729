import { expect, test } from "vitest";
import type { Statement } from "../../src/iam/policy-document.ts";
import { readYamlPolicyFile } from "../../src/merge/yaml.ts";

const BEFORE = [
  "Statement:",
  "  - Sid: Iamgen1 # ours",
  "    # what",
  "    Action: [a:B]   # one",
  "    Effect: Allow",
  "    Resource:",
  "      # where",
  "      - x",
  "",
].join("\n");

async function replaced(statement: Statement): Promise<string> {
  const file = await readYamlPolicyFile(BEFORE, "p.yaml");
  return file.withEdits("", { replaced: new Map([[0, statement]]), removed: new Set(), added: [] });
}

test("only the elements that differ are written, comments of the others stay", async () => {
  expect(await replaced({ Sid: "Iamgen1", Effect: "Allow", Action: ["a:B", "a:C"], Resource: "x" })).toBe(
    BEFORE.replace("[a:B]", "[a:B, a:C]"),
  );
});

test("with other elements it is written anew, in their order", async () => {
  const condition = { StringEquals: { "aws:RequestedRegion": "eu-west-1" } };
  expect(await replaced({ Sid: "Iamgen2", Effect: "Allow", Action: "a:B", Resource: "x", Condition: condition })).toBe(
    [
      "Statement:",
      "  - Sid: Iamgen2",
      "    Action: [a:B]",
      "    Effect: Allow",
      "    Resource: [x]",
      "    Condition:",
      "      StringEquals:",
      "        aws:RequestedRegion: eu-west-1",
      "",
    ].join("\n"),
  );
});

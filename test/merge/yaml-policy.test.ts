import { describe, expect, test } from "vitest";
import type { PolicyFile } from "../../src/merge/policy-file.ts";
import { readYamlPolicyFile } from "../../src/merge/yaml.ts";

const read = (...lines: string[]): Promise<PolicyFile> => readYamlPolicyFile(lines.join("\n"), "p.yaml");
const added = { replaced: new Map(), removed: new Set<number>(), added: [{ Effect: "Allow", Action: "a:B" }] } as const;

describe("what cannot be edited says why", () => {
  test.each([
    ["a variable", "provider: {iam: {role: {statements: '${file(iam.yml)}'}}}", /come from `\$\{file\(iam\.yml\)\}`/],
    ["a function", "Statement: !FindInMap [a, b, c]", /computed by `FindInMap`/],
    ["an anchor", "x: &s [{Effect: Allow}]\nStatement: *s", /an anchor shares/],
  ])("%s", async (_, text, why) => {
    const file = await read(text);
    expect(file.policies[0]?.notEditable).toMatch(why);
    expect(() => file.withEdits(file.policies[0]?.address ?? "", added)).toThrow(why);
  });

  test("a statement that an alias or a choice gives is read as computed, and stays", async () => {
    const one = "{Effect: Allow, Action: a:B, Resource: '*'}";
    const file = await read("Statement:", `  - &one ${one}`, "  - *one", `  - !If [c, ${one}, !Ref AWS::NoValue]`);
    expect(file.policies[0]?.statements.map(({ isComputed }) => isComputed)).toEqual([true, true, true]);
    const removal = { replaced: new Map(), removed: new Set([2]), added: [] };
    expect(() => file.withEdits("", removal)).toThrow("cannot edit a statement of ``: a choice or an anchor");
  });
});

test("items that are no statements are passed over, and statements behind them still found", async () => {
  const file = await read(
    "provider:",
    "  iam:",
    "    role:",
    "      statements:",
    "      - ${file(x.yml)}",
    "      - Effect: Deny",
  );
  expect(file.policies[0]?.statements.map(({ region }) => region.startLine)).toEqual([6]);
  const edited = file.withEdits("provider.iam.role", { ...added, added: [], removed: new Set([0]) });
  expect(edited).toBe("provider:\n  iam:\n    role:\n      statements:\n      - ${file(x.yml)}");
});

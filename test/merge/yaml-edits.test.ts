import { describe, expect, test } from "vitest";
import type { Statement } from "../../src/iam/policy-document.ts";
import type { StatementEdits } from "../../src/merge/policy-file.ts";
import { readYamlPolicyFile } from "../../src/merge/yaml.ts";

const ONE: Statement = { Effect: "Allow", Action: "a:One", Resource: "*" };
const NONE: StatementEdits = { replaced: new Map(), removed: new Set(), added: [] };

async function edit(lines: readonly string[], edits: Partial<StatementEdits>): Promise<readonly string[]> {
  const file = await readYamlPolicyFile(lines.join("\n"), "p.yaml");
  return file.withEdits("", { ...NONE, ...edits }).split("\n");
}

describe("a list with dashes", () => {
  const two = [
    "Statement:",
    "# a",
    "- Effect: Allow",
    "  Action: x:Y # y",
    "# b",
    "- Effect: Deny",
    "  Action: x:Z",
    "# c",
  ];

  test("a statement goes with its lines, comments around it stay", async () => {
    expect(await edit(two, { removed: new Set([0]) })).toEqual([
      "Statement:",
      "# a",
      "# b",
      "- Effect: Deny",
      "  Action: x:Z",
      "# c",
    ]);
    expect(await edit(two, { removed: new Set([1]) })).toEqual([
      "Statement:",
      "# a",
      "- Effect: Allow",
      "  Action: x:Y # y",
      "# b",
      "# c",
    ]);
  });

  test("without any left, the list is empty", async () => {
    const none = await edit(two, { removed: new Set([0, 1]) });
    expect(none).toEqual(["Statement:", "# a", " [] # y", "# b", "# c"]);
    expect((await readYamlPolicyFile(none.join("\n"), "p.yaml")).policies[0]?.statements).toEqual([]);
  });

  test("where all go, the first new one takes the place of the first", async () => {
    expect(await edit(two, { removed: new Set([0, 1]), added: [ONE] })).toEqual([
      "Statement:",
      "# a",
      "- Effect: Allow",
      "  Action: a:One",
      '  Resource: "*" # y',
      "# b",
      "# c",
    ]);
  });
});

describe("a list with brackets", () => {
  test("on one line", async () => {
    expect(await edit(["Statement: [{Effect: Deny, Action: x:Y}] # z"], { added: [ONE] })).toEqual([
      'Statement: [{Effect: Deny, Action: x:Y}, {Effect: Allow, Action: a:One, Resource: "*"}] # z',
    ]);
    expect(await edit(["{Statement: []}"], { added: [ONE] })).toEqual([
      '{Statement: [{Effect: Allow, Action: a:One, Resource: "*"}]}',
    ]);
  });

  test("behind what is no statement, the right item is changed", async () => {
    const text = ["Statement: [!If [c, {Effect: Deny}, {Effect: Deny}], {Effect: Deny, Action: x:Y}]"];
    expect(await edit(text, { removed: new Set([2]) })).toEqual([
      "Statement: [!If [c, {Effect: Deny}, {Effect: Deny}]]",
    ]);
  });

  test("a map alone becomes a list of itself", async () => {
    expect(await edit(["Statement: {Effect: Deny}"], { added: [ONE] })).toEqual([
      'Statement: [{Effect: Deny}, {Effect: Allow, Action: a:One, Resource: "*"}]',
    ]);
  });
});

describe("one statement without a list", () => {
  test("is changed in its place", async () => {
    expect(
      await edit(["Statement:", "  Effect: Allow # e", "  Action: x:Y", "  Resource: '*'"], {
        replaced: new Map([[0, ONE]]),
      }),
    ).toEqual(["Statement:", "  Effect: Allow # e", "  Action: a:One", "  Resource: '*'"]);
  });

  test("without room for a dash it says so", async () => {
    await expect(edit(["Statement:", " Effect: Deny"], { added: [ONE] })).rejects.toThrow("no room for the dash");
  });

  test("removed, it leaves an empty list", async () => {
    expect(await edit(["Statement:", "  Effect: Deny"], { removed: new Set([0]) })).toEqual(["Statement:", "  []"]);
  });
});

test("an empty list gets its statements below the key, its comment stays", async () => {
  expect(await edit(["Statement: [] # none", "Version: x"], { added: [ONE] })).toEqual([
    "Statement: # none",
    "  - Effect: Allow",
    "    Action: a:One",
    '    Resource: "*"',
    "Version: x",
  ]);
});

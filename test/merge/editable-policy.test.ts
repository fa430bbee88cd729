import { expect, test } from "vitest";
import { policyFileOf } from "../../src/merge/editable-policy.ts";

const NONE = { replaced: new Map(), removed: new Set<number>(), added: [] };

test("policies come in the order of the text, with lines for offsets", () => {
  const policy = { statements: [], edits: () => [{ start: 0, end: 1, text: "A" }] };
  const file = policyFileOf("a\nb", [
    { ...policy, address: "second", start: 2, end: 3 },
    { ...policy, address: "first", start: 0, end: 1 },
  ]);
  expect(file.policies.map(({ address, region }) => [address, region.startLine])).toEqual([
    ["first", 1],
    ["second", 2],
  ]);
  expect(file.withEdits("first", NONE)).toBe("A\nb");
});

test("a policy that cannot be edited says why", () => {
  const file = policyFileOf("x", [
    { address: "p", start: 0, end: 1, statements: [], notEditable: "a template computes it", edits: () => [] },
  ]);
  expect(file.policies[0]?.notEditable).toBe("a template computes it");
  expect(() => file.withEdits("p", NONE)).toThrow("cannot edit `p`: a template computes it");
});

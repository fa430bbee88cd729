import { expect, test } from "vitest";
import type { Statement } from "../../src/iam/policy-document.ts";
import { sequenceEdits } from "../../src/merge/sequence-edits.ts";
import { withTextEdits } from "../../src/merge/text-edits.ts";

const statement = (Sid: string): Statement => ({ Sid, Effect: "Allow" });

function edited(text: string, edits: { replaced?: [number, string][]; removed?: number[]; added?: string[] }): string {
  const items = [...text.matchAll(/\w+/g)].map(({ index, 0: item }) => ({ start: index, end: index + item.length }));
  const { replaced = [], removed = [], added = [] } = edits;
  const made = sequenceEdits(
    {
      items,
      inside: { start: 1, end: text.length - 1 },
      write: ({ Sid = "" }) => Sid,
      separator: ",",
      open: "<",
      close: ">",
    },
    {
      replaced: new Map(replaced.map(([index, sid]) => [index, statement(sid)])),
      removed: new Set(removed),
      added: added.map(statement),
    },
  );
  return withTextEdits(text, made);
}

test.each([
  ["a comma behind it", "[\na, # of a\n]", "[\na, # of a\nx,\ny,\n]"],
  ["no comma behind it", "[\na // of a\n]", "[\na, // of a\nx,\ny\n]"],
  ["a comment in between", "[\na /* of a */\n]", "[\na, /* of a */\nx,\ny\n]"],
  ["more behind the comment", "[\na /* of a */ ]", "[\na,\nx,\ny /* of a */ ]"],
])("a comment in the line of the last item stays with it: %s", (_, text, after) => {
  const end = text.indexOf("a") + 1;
  const sequence = {
    items: [{ start: end - 1, end }],
    inside: { start: 1, end: text.length - 1 },
    write: ({ Sid = "" }: Statement) => Sid,
    separator: ",\n",
    open: "",
    close: "",
    behind: text.slice(end),
  };
  const added = ["x", "y"].map(statement);
  const made = sequenceEdits(sequence, { replaced: new Map(), removed: new Set(), added });
  expect(withTextEdits(text, made)).toBe(after);
});

test.each([
  ["nothing", "[a, b]", {}, "[a, b]"],
  ["one replaced", "[a, b, c]", { replaced: [[1, "x"] as [number, string]] }, "[a, x, c]"],
  ["the first removed", "[a, b, c]", { removed: [0] }, "[b, c]"],
  ["the first two removed", "[a, b, c]", { removed: [0, 1] }, "[c]"],
  ["the last removed", "[ a, b ]", { removed: [1] }, "[ a ]"],
  ["one in the middle removed", "[a , b , c]", { removed: [1] }, "[a , c]"],
  ["the first and the last removed", "[a, b, c]", { removed: [0, 2] }, "[b]"],
  ["all removed", "[ a, b ]", { removed: [0, 1] }, "[]"],
  ["all removed and one added", "[a, b]", { removed: [0, 1], added: ["x"] }, "[<x>]"],
  ["the last removed and one added", "[a, b]", { removed: [1], added: ["x"] }, "[a,x]"],
  ["two added", "[ a ]", { added: ["x", "y"] }, "[ a,x,y ]"],
  ["two added to none", "[]", { added: ["x", "y"] }, "[<x,y>]"],
])("%s", (_, before, edits, after) => {
  expect(edited(before, edits)).toBe(after);
});

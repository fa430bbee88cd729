import { expect, test } from "vitest";
import { matchMembers, namingMembers, nestedMembers } from "../../src/authorize/match-members.ts";
import type { VariableSlot } from "../../src/authorize/member-names.ts";
import { literal } from "../../src/authorize/policy-text.ts";
import { callView } from "./small-world.ts";

const slots: readonly VariableSlot[] = ["ShelfName", "BookName"].map((variable, index) => ({
  variable,
  type: "book",
  isLast: index === 1,
  isCreated: false,
  takesBareNames: true,
}));

const match = (input: Parameters<typeof callView>[0], given?: ReadonlyMap<string, ReturnType<typeof literal>>) =>
  matchMembers(slots, namingMembers(callView(input)), given).bindings.map((bindings) =>
    Object.fromEntries([...bindings].map(([name, { text }]) => [name, text])),
  );

test("fills each variable from the member that fits best", () => {
  expect(match({ ShelfName: "s", Name: "n", BookName: "b" })).toEqual([{ ShelfName: "s", BookName: "b" }]);
});

test("never fills two variables from one member", () => {
  expect(match({ Name: "n" })).toEqual([{ BookName: "n" }]);
});

test("makes one binding for each value of a list", () => {
  expect(match({ ShelfName: "s", BookNames: ["a", "b"] })).toEqual([
    { ShelfName: "s", BookName: "a" },
    { ShelfName: "s", BookName: "b" },
  ]);
});

test("leaves alone what is given", () => {
  expect(match({ ShelfName: "other", BookName: "b" }, new Map([["ShelfName", literal("s")]]))).toEqual([
    { ShelfName: "s", BookName: "b" },
  ]);
});

test("takes no ARN, no structure and no document for a name", () => {
  const input = { A: "arn:aws:library:::x", B: { C: "d" }, D: "x".repeat(3000), E: "", F: 7 };
  expect(namingMembers(callView(input))).toEqual([{ name: "F", texts: ["7"] }]);
});

test("does not combine lists that cannot belong together", () => {
  const many = Array.from({ length: 200 }, (_, index) => `n${index}`);
  expect(match({ ShelfNames: many, BookNames: many })).toEqual([{}]);
});

test("names one level down are those that every entry of a list has", () => {
  const input = {
    Requests: [{ BookId: "a", Note: "x" }, { BookId: "b" }],
    Book: { Name: "n" },
    Filters: [{ BookId: "c" }],
  };
  expect(nestedMembers(callView(input))).toEqual([
    [{ name: "BookId", texts: ["a", "b"] }],
    [{ name: "Name", texts: ["n"] }],
  ]);
});

test("a list that mixes texts and structures names nothing", () => {
  expect(nestedMembers(callView({ Requests: ["a", { BookId: "b" }] }))).toEqual([]);
});

import { expect, test } from "vitest";
import { isPresent, textsAt, valuesAt } from "../../src/authorize/call-view.ts";
import { callView } from "./small-world.ts";

const view = callView({
  Name: "a",
  Count: 3,
  Empty: "",
  Items: [{ Put: { Table: "t1" } }, { Put: { Table: "t2" } }, { Get: {} }],
  Requests: { users: { Keys: [] }, photos: { Keys: [] } },
});

test("reads names, list elements, map values and map keys", () => {
  expect(textsAt(view, "Name")).toEqual(["a"]);
  expect(textsAt(view, "Items[].Put.Table")).toEqual(["t1", "t2"]);
  expect(textsAt(view, "Requests{}")).toEqual(["users", "photos"]);
  expect(valuesAt(view, "Requests[].Keys")).toEqual([[], []]);
});

test("takes numbers as texts, leaves out empty texts and structures", () => {
  expect(textsAt(view, "Count")).toEqual(["3"]);
  expect(textsAt(view, "Empty")).toEqual([]);
  expect(textsAt(view, "Items[].Put")).toEqual([]);
});

test("finds nothing where the path leads nowhere", () => {
  expect(valuesAt(view, "Name.More[]")).toEqual([]);
  expect(valuesAt(view, "constructor")).toEqual([]);
  expect(valuesAt(view, "Items.length")).toEqual([]);
});

test("means the element's own values inside forEach, the input's elsewhere", () => {
  const inside = { ...view, element: { path: "Items[]", value: { Put: { Table: "t2" } } } };
  expect(textsAt(inside, "Items[].Put.Table")).toEqual(["t2"]);
  expect(textsAt(inside, "Name")).toEqual(["a"]);
});

test("does not take a longer member name for the element's path", () => {
  const inside = { ...callView({ Names: ["n"], Name: "a" }), element: { path: "Name", value: "e" } };
  expect(valuesAt(inside, "Names[]")).toEqual(["n"]);
});

test("knows a member as present though its value was not kept", () => {
  expect(isPresent(callView({}, { members: ["Body"] }), "Body")).toBe(true);
  expect(isPresent(view, "Items[].Get")).toBe(true);
  expect(isPresent(view, "Items[].Delete")).toBe(false);
});

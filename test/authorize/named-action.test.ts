import { expect, test } from "vitest";
import { namedPermissions } from "../../src/authorize/named-action.ts";
import { apiCall, authorization, LIBRARY, permissionsOf } from "./small-world.ts";

test("finds the action by name whatever its case", () => {
  expect(permissionsOf(apiCall("getBook", { ShelfName: "a", BookName: "b" }))).toMatchObject([
    { action: "library:GetBook", verified: true, origin: "direct", resources: [expect.stringMatching("book/b$")] },
  ]);
});

test("is nothing where the prefix has no reference", () => {
  const action = LIBRARY.actions.get("getbook");
  if (action === undefined) throw new Error("the sketch has no GetBook");
  const question = { view: { call: apiCall("GetBook") }, authorization, servicePrefix: "elsewhere" };
  expect(namedPermissions(question, action)).toEqual([]);
});

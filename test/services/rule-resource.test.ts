import { expect, test } from "vitest";
import { arnIn, filled, namedIn, requestPath, typed } from "../../src/services/rule-resource.ts";
import { member } from "../../src/services/rule-value.ts";

test("leaves the ways of filling a type to the record and the default unless it names them", () => {
  expect(typed("book")).toEqual({ kind: "typed", type: "book" });
  expect(filled("book", { BookName: member("Name") })).toEqual({
    kind: "typed",
    type: "book",
    fills: [{ BookName: { kind: "member", path: "Name" } }],
  });
});

test("is plain data", () => {
  expect(arnIn("Arn")).toEqual({ kind: "arn", value: { kind: "member", path: "Arn" } });
  expect(requestPath("arn:${Path}")).toEqual({ kind: "request-path", template: "arn:${Path}" });
});

test("gathers resources of one type from several members", () => {
  expect(namedIn("book", "BookName", "Name", "Others[]")).toEqual({
    kind: "typed",
    type: "book",
    fills: [
      {
        BookName: {
          kind: "each-of",
          values: [
            { kind: "member", path: "Name" },
            { kind: "member", path: "Others[]" },
          ],
        },
      },
    ],
  });
});

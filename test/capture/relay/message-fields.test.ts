import { expect, test } from "vitest";
import { endToEnd, fieldPairs, fieldsByName, fieldValues } from "../../../src/capture/relay/message-fields.ts";

test("a flat list becomes pairs, in order", () => {
  expect(fieldPairs(["A", "1", "b", "2", "a", "3"])).toEqual([
    ["A", "1"],
    ["b", "2"],
    ["a", "3"],
  ]);
});

test("fields of one name keep their order, in the spelling and place of the first", () => {
  expect([
    ...fieldsByName([
      ["A", "1"],
      ["b", "2"],
      ["a", "3"],
    ]),
  ]).toEqual([
    ["A", ["1", "3"]],
    ["b", ["2"]],
  ]);
  expect(
    fieldValues(
      [
        ["A", "1"],
        ["b", "2"],
        ["a", "3"],
      ],
      "a",
    ),
  ).toEqual(["1", "3"]);
});

test("an offered upgrade is taken out of the connection's options, which stay otherwise", () => {
  expect(
    endToEnd([
      ["Connection", "keep-alive, Upgrade, HTTP2-Settings"],
      ["Upgrade", "h2c"],
      ["HTTP2-Settings", "A"],
      ["A", "1"],
    ]),
  ).toEqual([
    ["Connection", "keep-alive"],
    ["A", "1"],
  ]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeFormText, decodePercent, parseParameters } from "../../src/decode/percent-decoding.ts";

test("keeps a plus sign in a path and reads it as a space in a form", () => {
  expect(decodePercent("a+b%20c")).toBe("a+b c");
  expect(decodeFormText("a+b%20c%2B")).toBe("a b c+");
});

test("leaves what is no escape as it was sent", () => {
  expect(decodePercent("100%/%zz/%41")).toBe("100%/%zz/A");
});

test("reads bytes that are no UTF-8 as Latin-1", () => {
  expect(decodePercent("%FF%41")).toBe("\u00ffA");
});

test("tells a parameter without value from one with an empty value, in the order sent", () => {
  expect(parseParameters("b=2&a&&c=&a=1=1")).toEqual([
    ["b", "2"],
    ["a", undefined],
    ["c", ""],
    ["a", "1=1"],
  ]);
});

test("whatever was percent-encoded comes back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(decodePercent(encodeURIComponent(text))).toBe(text);
      expect(decodeFormText(new URLSearchParams([["x", text]]).toString().slice(2))).toBe(text);
    }),
  );
});

test("nothing makes it throw", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[%0-9A-Fa-fxyz+]*$/), (text) => {
      expect(typeof decodePercent(text)).toBe("string");
    }),
  );
});

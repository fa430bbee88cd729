import { encode } from "cborg";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCbor } from "../../../src/decode/protocol/cbor-reader.ts";

const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");

test.each([
  ["a tagged timestamp", "a1 61 74 c1 1a 65a52548", { t: 1705321800 }],
  ["an indefinite map, list and text", "bf 61 61 9f 01 02 ff 61 62 7f 61 78 61 79 ff ff", { a: [1, 2], b: "xy" }],
  ["bytes, which are forgotten", "a1 61 62 43 010203", { b: "" }],
  ["bytes in chunks, which are forgotten", "a2 61 62 5f 41 01 41 02 ff 61 63 01", { b: "", c: 1 }],
  ["two texts in chunks", "82 7f 61 78 ff 7f 61 79 61 7a ff", ["x", "yz"]],
  ["undefined and null", "a2 61 61 f7 61 62 f6", { a: null, b: null }],
  ["infinity", "a1 61 61 f9 7c00", { a: "Infinity" }],
  ["a big integer", "a1 61 61 1b 7fffffffffffffff", { a: "9223372036854775807" }],
  ["a number as key", "a1 01 02", { "1": 2 }],
])("reads %s", (_, body, value) => {
  expect(parseCbor(hex(body))).toEqual(value);
});

test("no bytes are an empty input", () => {
  expect(parseCbor(new Uint8Array())).toEqual({});
});

test("throws where the bytes are no CBOR", () => {
  expect(() => parseCbor(hex("a1 61"))).toThrow();
  expect(() => parseCbor(hex("7f 61 78"))).toThrow();
  expect(() => parseCbor(Buffer.alloc(100_000, 0x81))).toThrow();
});

test("JSON values come back as they were", () => {
  const value = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }));
  fc.assert(
    fc.property(value, (object) => {
      expect(parseCbor(encode(object))).toEqual(JSON.parse(JSON.stringify(object)));
    }),
    { examples: [[{ __proto__: null, a: [{ b: 1.5 }] }]] },
  );
});

import { expect, test } from "vitest";
import { HpackDecoder } from "../../../src/capture/observe/hpack.ts";
import { fieldBlock } from "../../support/http2-bytes.ts";

const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");
const textOf = (fields: readonly (readonly [string, string])[]) => fields.map(([name, value]) => `${name}: ${value}`);

test("decodes the Huffman-coded requests of RFC 7541, appendix C.4", () => {
  const decoder = new HpackDecoder();
  const decode = (block: string) => textOf(decoder.decode(hex(block)));
  const common = [":method: GET", ":scheme: http", ":path: /", ":authority: www.example.com"];
  expect(decode("8286 8441 8cf1 e3c2 e5f2 3a6b a0ab 90f4 ff")).toEqual(common);
  expect(decode("8286 84be 5886 a8eb 1064 9cbf")).toEqual([...common, "cache-control: no-cache"]);
  expect(decode("8287 85bf 4088 25a8 49e9 5ba9 7d7f 8925 a849 e95b b8e8 b4bf")).toEqual([
    ":method: GET",
    ":scheme: https",
    ":path: /index.html",
    ":authority: www.example.com",
    "custom-key: custom-value",
  ]);
});

test("decodes a response that evicts, RFC 7541 appendix C.6, after an update to its table size", () => {
  const decoder = new HpackDecoder();
  const decode = (block: string) => textOf(decoder.decode(hex(block)));
  const rest = ["date: Mon, 21 Oct 2013 20:13:21 GMT", "location: https://www.example.com"];
  const first =
    "4882 6402 5885 aec3 771a 4b61 96d0 7abe 9410 54d4 44a8 2005 9504 0b81 66e0 82a6 2d1b ff6e 919d 29ad 1718 63c7 8f0b 97c8 e9ae 82ae 43d3";
  expect(decode(`3fe1 01 ${first}`)).toEqual([":status: 302", "cache-control: private", ...rest]);
  expect(decode("4883 640e ffc1 c0bf")).toEqual([":status: 307", "cache-control: private", ...rest]);
});

test.each([
  ["a reference beyond its tables", "be", "index beyond the tables"],
  ["a block that ends in a string", "0005 6162", "block ends in a string"],
  ["Huffman padding that is not EOS", "0081 0001 61", "padding that is not EOS"],
  ["a table larger than was offered", "3fe2 1f", "table larger than was offered"],
  ["an integer beyond all sense", "3fff ffff ffff 7f", "integer too large"],
  ["a block that ends in an integer", "3fff", "block ends in an integer"],
])("refuses %s", (_, block, detail) => {
  expect(() => new HpackDecoder().decode(hex(block))).toThrow(`invalid HPACK: ${detail}`);
});

test("decodes an empty block", () => {
  expect(new HpackDecoder().decode(Buffer.alloc(0))).toEqual([]);
});

test("keeps duplicates, order and bytes above 0x7f as they are", () => {
  const fields = [
    ["x", "1"],
    ["a", "caf\xe9"],
    ["x", "1"],
    ["x", ""],
  ] as const;
  expect(new HpackDecoder().decode(fieldBlock(fields))).toEqual(fields);
});

/** A literal with incremental indexing: a name of one letter, a value of that length. */
const indexed = (name: string, length: number) =>
  Buffer.concat([
    Buffer.of(0x40, 1),
    Buffer.from(name),
    Buffer.of(127, 128 | ((length - 127) & 127), (length - 127) >> 7),
    Buffer.alloc(length, "v"),
  ]);

test("holds 4 KB of entries until more is offered", () => {
  const oldest = Buffer.of(0x80 | 63);
  const entries = [indexed("a", 3000), indexed("b", 3000)];
  const small = new HpackDecoder();
  const large = new HpackDecoder();
  large.offerTableSize(65_536);
  for (const entry of entries) for (const decoder of [small, large]) decoder.decode(entry);
  expect(large.decode(oldest).map(([name]) => name)).toEqual(["a"]);
  expect(() => small.decode(oldest)).toThrow("index beyond the tables");
});

test("an offer of less leaves the entries that the encoder may still name", () => {
  const decoder = new HpackDecoder();
  decoder.decode(indexed("a", 300));
  decoder.offerTableSize(0);
  expect(decoder.decode(Buffer.of(0x80 | 62)).map(([name]) => name)).toEqual(["a"]);
});

test("a short block that stands for a long list is refused", () => {
  const decoder = new HpackDecoder();
  decoder.decode(indexed("a", 3000));
  expect(() => decoder.decode(Buffer.alloc(1000, 0x80 | 62))).toThrow("header list over 1 MB");
});

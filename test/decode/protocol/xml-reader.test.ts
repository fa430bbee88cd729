import { expect, test } from "vitest";
import { parseXml } from "../../../src/decode/protocol/xml-reader.ts";

const parse = (text: string) => parseXml(Buffer.from(text));

test("texts stay texts, repeated elements become lists", () => {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
    <Delete xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
      <Object><Key>007</Key></Object>
      <Object><Key> a &amp; b&#47;c </Key></Object>
      <Quiet>true</Quiet>
    </Delete>`;
  expect(parse(text)).toEqual({
    name: "Delete",
    content: { Object: [{ Key: "007" }, { Key: " a & b/c " }], Quiet: "true" },
  });
});

test("reads references once, and leaves unknown ones", () => {
  expect(parse("<A>&#xA;&#13;&amp;lt;&nbsp;&#x110000;&constructor;</A>")?.content).toBe(
    "\n\r&lt;&nbsp;&#x110000;&constructor;",
  );
});

test("attributes and namespaces are left out", () => {
  const grantee = '<a:Grantee xmlns:xsi="u" xsi:type="CanonicalUser"><a:ID>x</a:ID></a:Grantee>';
  expect(parse(grantee)).toEqual({ name: "Grantee", content: { ID: "x" } });
});

test("an empty element is an empty text, no element is nothing", () => {
  expect(parse("<A><B/></A>")).toEqual({ name: "A", content: { B: "" } });
  expect(parse("")).toBeUndefined();
});

test("a document with a type declaration is refused", () => {
  expect(() => parse('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')).toThrow(SyntaxError);
});

test("nesting without end is refused", () => {
  expect(() => parse("<a>".repeat(100_000))).toThrow();
});

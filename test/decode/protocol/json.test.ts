import { expect, test } from "vitest";
import { parseJson, readJsonBody } from "../../../src/decode/protocol/json.ts";
import { member } from "../../support/api-models.ts";

const bytes = (text: string) => Buffer.from(text);

test("the body is the input", () => {
  expect(readJsonBody(bytes('{"TableName":"t","Limit":1}'), [member({ name: "TableName" })])).toEqual({
    TableName: "t",
    Limit: 1,
  });
});

test("an empty body is an empty input", () => {
  expect(readJsonBody(bytes(""), [])).toEqual({});
  expect(readJsonBody(bytes(" \n"), [])).toEqual({});
});

test("a body that is no object has no members", () => {
  expect(readJsonBody(bytes("[1]"), [])).toEqual({});
});

test("throws where the bytes are no JSON", () => {
  expect(() => parseJson(bytes('{"TableName"'))).toThrow(SyntaxError);
});

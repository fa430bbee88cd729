import { expect, test } from "vitest";
import type { Statement } from "../../src/iam/policy-document.ts";
import { jsonStyleOf, writeJsonStatement } from "../../src/merge/json-style.ts";
import { type JsonNode, parseJson } from "../../src/merge/json-tree.ts";

const STATEMENT: Statement = { Effect: "Allow", Action: ["a:B", "a:C"], Resource: "*" };

function nodes(text: string): [list: JsonNode, model: JsonNode | undefined] {
  const root = parseJson(text);
  if ("says" in root) throw new Error(root.says);
  return [root, root.items[0]];
}

test.each([
  ['[{"Action":["x"]}]', '{"Effect":"Allow","Action":["a:B","a:C"],"Resource":"*"}'],
  ['[\n { "Action": [ "x" ] }\n]', '{ "Effect": "Allow", "Action": ["a:B", "a:C"], "Resource": "*" }'],
  [
    '[\n\t{\n\t\t"Action" : ["x"]\n\t}\n]',
    '{\n\t\t"Effect": "Allow",\n\t\t"Action": ["a:B", "a:C"],\n\t\t"Resource": "*"\n\t}',
  ],
  [
    '[\r\n {\r\n  "a":1\r\n }\r\n]',
    '{\r\n  "Effect":"Allow",\r\n  "Action":[\r\n   "a:B",\r\n   "a:C"\r\n  ],\r\n  "Resource":"*"\r\n }',
  ],
])("writes a statement as %j has them", (text, written) => {
  const [list, model] = nodes(text);
  expect(writeJsonStatement(STATEMENT, jsonStyleOf(text, list, model))).toBe(written);
});

test("lists that would make a long line are not put into one", () => {
  const text = '[\n  {\n    "Action": ["x"]\n  }\n]';
  const long = { ...STATEMENT, Action: ["a:B", `a:${"C".repeat(100)}`] };
  expect(writeJsonStatement(long, jsonStyleOf(text, ...nodes(text)))).toContain('"Action": [\n      "a:B",\n');
});

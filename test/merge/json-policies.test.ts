import { expect, test } from "vitest";
import { embeddedPolicies, jsonPolicies } from "../../src/merge/json-policies.ts";
import { parseJson } from "../../src/merge/json-tree.ts";

const ALLOW = '{"Effect": "Allow", "Action": "a:B", "Resource": "*"}';
const TRUST = '{"Effect": "Allow", "Action": "a:B", "Principal": "*"}';

function addresses(text: string): string[] {
  const root = parseJson(text);
  return "says" in root ? [root.says] : jsonPolicies(text, root).map(({ address }) => address);
}

test.each([
  [`{"Statement": [${ALLOW}]}`, [""]],
  [`{"Statement": ${ALLOW}}`, [""]],
  ['{"Version": "2012-10-17", "Statement": []}', [""]],
  [`{"a": {"Document": {"Statement": [${ALLOW}]}}, "b": [{"Statement": [${ALLOW}]}]}`, ["a.Document", "b.0"]],
  [`{"Statement": [${TRUST}]}`, []],
  [`{"Statement": [${ALLOW}, 1]}`, []],
  ['{"Statement": []}', []],
  ['{"Statement": "x"}', []],
])("finds the policies of %s at %j", (text, found) => {
  expect(addresses(text)).toEqual(found);
});

test("a string that is no policy holds none", () => {
  expect(
    ["plain", "{broken", '{"a": 1}', `{"a": {"Statement": [${ALLOW}]}}`].map((text) => embeddedPolicies(text).length),
  ).toEqual([0, 0, 0, 0]);
  expect(embeddedPolicies(`{"Statement": [${ALLOW}]}`)).toHaveLength(1);
});

test("what stands for a value is read by the caller", () => {
  const text = '{"Statement": {"Effect": "Allow", "Action": "a:B", "Resource": [{"Ref": "X"}, "<Y>"]}}';
  const root = parseJson(text);
  if ("says" in root) throw new Error(root.says);
  const [policy] = jsonPolicies(text, root, {
    readText: (value) => ({ text: value.replace(/<.*>/, "*"), isComputed: false }),
    readObject: (node) => (node.members.has("Ref") ? { text: "ref", isComputed: true } : undefined),
  });
  expect(policy?.statements[0]).toMatchObject({ statement: { Resource: ["ref", "*"] }, isComputed: true });
});

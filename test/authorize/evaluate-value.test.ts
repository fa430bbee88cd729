import { expect, test } from "vitest";
import { evaluateValue } from "../../src/authorize/evaluate-value.ts";
import {
  answeredKey,
  captured,
  eachOf,
  excerpt,
  firstOf,
  joined,
  lowerCase,
  member,
  ofCall,
  type RuleValue,
  regionalEndpoint,
  unknownPart,
  verbatim,
} from "../../src/services/rule-value.ts";
import { callView } from "./small-world.ts";

const input = { Name: "Ab:3", Names: ["x", "y"], Statement: "SELECT * FROM t WHERE secret = 1" };

const texts = (value: RuleValue, more = {}) => evaluateValue(value, callView(input, more)).map(({ text }) => text);

test.each<[string, RuleValue, readonly string[]]>([
  ["a constant", "default", ["default"]],
  ["each value at a path", member("Names[]"), ["x", "y"]],
  ["the captured part of those that match", captured(member("Name"), /^(\w+):/), ["Ab"]],
  ["nothing where the pattern does not match", captured(member("Name"), /^arn:(.+)/), []],
  ["all combinations of parts", joined("p/", member("Names[]")), ["p/x", "p/y"]],
  ["nothing where a part is absent", joined("p/", member("Absent")), []],
  ["the first that is there", firstOf(member("Absent"), member("Name"), "d"), ["Ab:3"]],
  ["all values of all that are there", eachOf(member("Names[]"), member("Absent"), "d"), ["x", "y", "d"]],
  ["lower case", lowerCase(member("Name")), ["ab:3"]],
  ["the excerpt and nothing more", excerpt("Statement", /^select\s.*?from\s+\w+/i), ["SELECT * FROM t"]],
  ["an endpoint in the call's region", regionalEndpoint("books"), ["books.eu-west-1.amazonaws.com"]],
])("evaluates %s", (_, value, expected) => {
  expect(texts(value)).toEqual(expected);
});

test("the answer's key is there where the call was answered with it", () => {
  const outcome = { kind: "succeeded", keys: { key: "alias/a" } };
  expect(texts(answeredKey("key"), { outcome })).toEqual(["alias/a"]);
  expect(texts(answeredKey("toString"), { outcome })).toEqual([]);
  expect(texts(answeredKey("key"))).toEqual([]);
});

test("takes the DNS suffix of the partition", () => {
  expect(texts(ofCall("dns-suffix"), { partition: "aws-cn", region: "cn-north-1" })).toEqual(["amazonaws.com.cn"]);
});

test("tells of the call what it knows", () => {
  expect(texts(joined(ofCall("operation"), " ", ofCall("hostname")))).toEqual([
    "GetBook library.eu-west-1.amazonaws.com",
  ]);
});

test("writes an unknown account or region as a wildcard with its reason", () => {
  const { call } = callView();
  const { account: _, ...stranger } = call;
  expect(evaluateValue(ofCall("account"), { call: stranger })[0]?.widened?.reason).toBe("account-unknown");
  expect(evaluateValue(ofCall("region"), callView({}, { region: "*" }))[0]?.widened?.reason).toBe("region-unknown");
});

test("tells the reason of an unknown part, but none for the ARN's own form", () => {
  expect(evaluateValue(unknownPart("*", "why", "what"), callView())).toEqual([
    { text: "*", isPattern: true, widened: { reason: "why", detail: "what" } },
  ]);
  expect(evaluateValue(verbatim(":*"), callView())).toEqual([{ text: ":*", isPattern: true }]);
});

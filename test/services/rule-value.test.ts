import { expect, test } from "vitest";
import { whenMember } from "../../src/services/rule-condition.ts";
import { fillWhen, isFillWhen, isMatching, matching, member, regionalEndpoint } from "../../src/services/rule-value.ts";

test("tells the forms of a fill apart, whatever its variables are called", () => {
  const record = { kind: "matching", pattern: "when", condition: "a", fill: "b" };
  const taken = matching(member("Url"), /(?<Name>.)/);
  const conditional = fillWhen(whenMember("Url"), record);
  expect([record, taken, conditional].map(isMatching)).toEqual([false, true, false]);
  expect([record, taken, conditional].map(isFillWhen)).toEqual([false, false, true]);
});

test("takes a matching's variables literally unless it says that they are encoded", () => {
  expect(matching(member("Url"), /./)).toMatchObject({ percentEncoded: false, also: {} });
});

test("builds an endpoint of the call's region and partition", () => {
  expect(regionalEndpoint("books")).toEqual({
    kind: "joined",
    parts: ["books", ".", { kind: "of-call", fact: "region" }, ".", { kind: "of-call", fact: "dns-suffix" }],
  });
});

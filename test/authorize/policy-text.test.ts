import { expect, test } from "vitest";
import {
  asGiven,
  inPolicySyntax,
  isSpelled,
  joinTexts,
  literal,
  product,
  wildcard,
} from "../../src/authorize/policy-text.ts";

test("escapes what a policy would read as a wildcard or a variable", () => {
  expect(inPolicySyntax(literal("a*b?c${d}")).text).toBe("a${*}b${?}c${$}{d}");
});

test("tells a widening for a character that no policy can hold", () => {
  expect(inPolicySyntax(literal("ключ")).widened?.reason).toBe("character-not-allowed");
});

test("keeps wildcards and their reason when texts are joined", () => {
  expect(joinTexts([literal("a*"), wildcard("-??????", "suffix", "six characters")])).toEqual({
    text: "a${*}-??????",
    isPattern: true,
    widened: { reason: "suffix", detail: "six characters" },
  });
});

test("keeps the final star of an ARN and escapes the others", () => {
  expect(asGiven("arn:aws:logs:us-east-1:1:log-group:a*b:*").arn).toBe("arn:aws:logs:us-east-1:1:log-group:a${*}b:*");
});

test("takes one of each", () => {
  expect(product([["a", "b"], ["c"]])).toEqual([
    ["a", "c"],
    ["b", "c"],
  ]);
  expect(product([["a"], []])).toEqual([]);
  expect(product([])).toEqual([[]]);
});

test("a name that no ARN can hold is a star that says so", () => {
  expect(inPolicySyntax(literal("x".repeat(2048))).text).toHaveLength(2048);
  expect(inPolicySyntax(literal("x".repeat(2049)))).toMatchObject({ text: "*", widened: { reason: "name-too-long" } });
  expect(asGiven(`arn:aws:logs:::log-group:${"x".repeat(2048)}:*`)).toMatchObject({ arn: "*" });
});

test("a text with a strange character is not spelled, one with an unknown part is", () => {
  const texts = [
    literal("a*"),
    literal("ключ"),
    joinTexts([literal("☃"), literal("a")]),
    wildcard("*", "region-unknown", ""),
  ];
  expect(texts.map(isSpelled)).toEqual([true, false, false, true]);
});

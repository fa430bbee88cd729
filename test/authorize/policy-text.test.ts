import { expect, test } from "vitest";
import { asGiven, inPolicySyntax, joinTexts, literal, product, wildcard } from "../../src/authorize/policy-text.ts";

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

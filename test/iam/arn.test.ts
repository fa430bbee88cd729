import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildArn, escapeArnLiteral, parseArn } from "../../src/iam/arn.ts";
import { hasVariables } from "../../src/iam/policy-variables.ts";
import { matchesPattern } from "../../src/iam/wildcard.ts";

describe("parseArn", () => {
  test("keeps colons and slashes of the resource", () => {
    expect(parseArn("arn:aws:logs:us-east-1:111122223333:log-group:/a:log-stream:b/c")).toEqual({
      partition: "aws",
      serviceNamespace: "logs",
      region: "us-east-1",
      account: "111122223333",
      resource: "log-group:/a:log-stream:b/c",
    });
  });

  test("takes empty regions and accounts", () => {
    expect(parseArn("arn:aws-cn:s3:::bucket/key")).toEqual({
      partition: "aws-cn",
      serviceNamespace: "s3",
      region: "",
      account: "",
      resource: "bucket/key",
    });
  });

  test.each(["", "*", "arn:aws:s3", "arn:aws:s3:::", "arn::s3:::b", "urn:aws:s3:::b", "arn:aws::::b"])(
    "does not take %j for an ARN",
    (text) => {
      expect(parseArn(text)).toBeUndefined();
    },
  );

  test("what is taken apart can be put together", () => {
    const text = "arn:aws:iam::111122223333:role/path/name";
    const arn = parseArn(text);
    expect(arn && buildArn(arn)).toBe(text);
  });
});

describe("escapeArnLiteral", () => {
  test.each([
    ["plain/key", "plain/key", true],
    ["a*b", "a${*}b", true],
    ["what?", "what${?}", true],
    ["$LATEST", "$LATEST", true],
    ["$default/$connect", "$default/$connect", true],
    ["cost$", "cost${$}", true],
    ["$*", "${$}${*}", true],
    ["$${x}", "${$}${$}{x}", true],
    ["${aws:username}", "${$}{aws:username}", true],
    ["naïve ÿ", "naïve ÿ", true],
    ["日本.txt", "??.txt", false],
    ["🚀", "??", false],
    ["tab\there", "tab?here", false],
  ])("writes %j as %j", (name, text, isExact) => {
    expect(escapeArnLiteral(name)).toEqual({ text, isExact });
  });

  test("the text matches the name that it was made of", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        expect(matchesPattern(escapeArnLiteral(name).text, name)).toBe(true);
      }),
    );
  });

  test("texts written one after the other hold no variable", () => {
    const name = fc
      .array(fc.constantFrom("a", "*", "?", "$", "{", "}"), { maxLength: 4 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(name, name, (first, second) => {
        const text = `${escapeArnLiteral(first).text}${escapeArnLiteral(second).text}`;
        expect(hasVariables(text)).toBe(false);
        expect(matchesPattern(text, `${first}${second}`)).toBe(true);
      }),
    );
  });

  test("an exact text matches no other name", () => {
    const name = fc
      .array(fc.constantFrom("a", "*", "?", "$", "{", "}"), { maxLength: 5 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(matchesPattern(escapeArnLiteral(one).text, other)).toBe(one === other);
      }),
      { numRuns: 2000 },
    );
  });
});

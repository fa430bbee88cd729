import { expect, test } from "vitest";
import { childNoProxy, noProxyEntries } from "../../src/run/no-proxy.ts";

const SUFFIXES = ["amazonaws.com", "api.aws"];
const DIRECT = childNoProxy({}, SUFFIXES);

test.each(["*", ".amazonaws.com", "*.amazonaws.com", "amazonaws.com:443", "s3.us-east-1.amazonaws.com", ".com", "aws"])(
  "drops the user's entry %s, which covers AWS hosts",
  (entry) => {
    expect(childNoProxy({ NO_PROXY: entry }, SUFFIXES)).toBe(DIRECT);
  },
);

test.each([".corp.example", "10.0.0.0/8", "myamazonaws.com", "registry:5000", "amazonaws.com.evil.example"])(
  "keeps the user's entry %s",
  (entry) => {
    expect(childNoProxy({ no_proxy: entry }, SUFFIXES)).toBe(`${DIRECT},${entry}`);
  },
);

test("joins both spellings without blanks and without repeating", () => {
  const user = { NO_PROXY: "a.example, b.example", no_proxy: "b.example ,localhost" };
  expect(childNoProxy(user, SUFFIXES)).toBe(`${DIRECT},a.example,b.example`);
});

test("reads entries between commas and blanks", () => {
  expect(noProxyEntries(" a , b c,,")).toEqual(["a", "b", "c"]);
});

import { expect, test } from "vitest";
import { childNoProxy, isOnLoopback, noProxyEntries } from "../../src/run/no-proxy.ts";

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

test("no entry has a colon, which the SDK for Kotlin cannot read, but the metadata addresses where they are asked over IPv6", () => {
  expect(DIRECT).not.toContain(":");
  expect(childNoProxy({}, SUFFIXES, { usesIpv6Metadata: true })).toBe(`${DIRECT},fd00:ec2::254,fd00:ec2::23`);
});

test("reads entries between commas and blanks", () => {
  expect(noProxyEntries(" a , b c,,")).toEqual(["a", "b", "c"]);
});

test("where a server on this machine is to be read, nothing on loopback is direct but the metadata addresses stay so", () => {
  const user = { NO_PROXY: "localhost,127.0.0.1:8080,corp.example" };
  const entries = childNoProxy(user, SUFFIXES, { observesLoopback: true }).split(",");
  expect(entries).toEqual(expect.arrayContaining(["169.254.169.254", "corp.example"]));
  expect(entries.filter(isOnLoopback)).toEqual([]);
});

test.each([
  ["localhost", true],
  ["127.0.0.1:4566", true],
  ["[::1]:4566", true],
  ["localhost.example", false],
  ["10.0.0.1", false],
])("%s is on this machine: %s", (authority, expected) => {
  expect(isOnLoopback(authority)).toBe(expected);
});

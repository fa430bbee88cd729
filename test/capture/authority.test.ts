import { describe, expect, test } from "vitest";
import {
  authorityOf,
  formatAuthority,
  isLoopback,
  normalHostname,
  parseAuthority,
} from "../../src/capture/authority.ts";

describe("parseAuthority", () => {
  test.each([
    ["bucket.s3.amazonaws.com:443", { hostname: "bucket.s3.amazonaws.com", port: 443 }],
    ["LOCALHOST:8000", { hostname: "localhost", port: 8000 }],
    ["example.com.:443", { hostname: "example.com", port: 443 }],
    ["my_container:4566", { hostname: "my_container", port: 4566 }],
    ["[::1]:80", { hostname: "::1", port: 80 }],
    ["127.0.0.1:65535", { hostname: "127.0.0.1", port: 65535 }],
  ])("reads %s", (text, expected) => {
    expect(parseAuthority(text)).toEqual(expected);
  });

  test.each([
    "example.com",
    "example.com:",
    "example.com:0",
    "example.com:65536",
    ":443",
    "::1:80",
    "a b:1",
    "a/b:1",
    "-a:1",
  ])("refuses %s", (text) => {
    expect(parseAuthority(text)).toBeUndefined();
  });
});

test("a host name over 253 characters is none", () => {
  expect(normalHostname("a".repeat(253))).toBe("a".repeat(253));
  expect(normalHostname("a".repeat(254))).toBeUndefined();
});

test("an IPv6 address is written in brackets and read back", () => {
  const authority = { hostname: "fd00:ec2::254", port: 443 };
  expect(formatAuthority(authority)).toBe("[fd00:ec2::254]:443");
  expect(parseAuthority(formatAuthority(authority))).toEqual(authority);
});

test.each([
  ["http://127.0.0.1:4566", { hostname: "127.0.0.1", port: 4566 }],
  ["http://localhost", { hostname: "localhost", port: 80 }],
  ["h2c://localhost", { hostname: "localhost", port: 80 }],
  ["https://[::1]", { hostname: "::1", port: 443 }],
])("a URL names an authority: %s", (url, expected) => {
  expect(authorityOf(new URL(url))).toEqual(expected);
});

test.each([
  "localhost",
  "LOCALHOST",
  "a.localhost",
  "127.0.0.1",
  "127.9.9.9",
  "127.1",
  "2130706433",
  "0x7f.0.0.1",
  "017700000001",
  "0",
  "0.0.0.0",
  "::1",
  "0:0:0:0:0:0:0:1",
  "::1%lo",
  "::",
  "::ffff:127.0.0.1",
  "::ffff:7f00:1",
  "0:0:0:0:0:FFFF:127.0.0.1",
])("%s is loopback", (name) => {
  expect(isLoopback(name)).toBe(true);
});

test.each(["example.com", "10.0.0.1", "127.0.0.1.example.com", "127.0.0.1.2", "::2", "notlocalhost", ""])(
  "%s is not loopback",
  (name) => {
    expect(isLoopback(name)).toBe(false);
  },
);

import { describe, expect, test } from "vitest";
import {
  accountId,
  authority,
  bindAddress,
  byteCount,
  duration,
  forwardTarget,
  oneOf,
  partitionName,
  portNumber,
  regionName,
  resourcePattern,
  type Typed,
  templateVariable,
} from "../../src/cli/option-values.ts";
import { UsageError } from "../../src/errors.ts";

const typed = (text: string): Typed => ({ option: "name", text });

const port = (value: Typed): unknown => portNumber(value);

test.each<[string, (value: Typed) => unknown, string, unknown]>([
  ["account", accountId, "111122223333", "111122223333"],
  ["region", regionName, "us-gov-west-1", "us-gov-west-1"],
  ["partition", partitionName, "aws-iso-b", "aws-iso-b"],
  ["resource", resourcePattern, "arn:aws:s3:::photos/upload-*", "arn:aws:s3:::photos/upload-*"],
  ["resource", resourcePattern, "arn:aws-cn:sqs:*:111122223333:q-?", "arn:aws-cn:sqs:*:111122223333:q-?"],
  ["port", port, "0", 0],
  ["port", port, "65535", 65_535],
  ["address", bindAddress, "172.17.0.1", "172.17.0.1"],
  ["address", bindAddress, "127.0.0.1", "127.0.0.1"],
  ["address", bindAddress, "::1", "::1"],
  ["address", bindAddress, "fd00::2", "fd00::2"],
  ["bytes", byteCount, "0", 0],
  ["bytes", byteCount, "16777216", 16_777_216],
  ["bytes", byteCount, "16MiB", 16_777_216],
  ["bytes", byteCount, "512k", 524_288],
  ["bytes", byteCount, "1 GB", 1_073_741_824],
  ["time", duration, "500ms", 500],
  ["time", duration, "90s", 90_000],
  ["time", duration, "10m", 600_000],
  ["time", duration, "1h", 3_600_000],
  ["authority", authority, "storage.example.com", "storage.example.com"],
  ["authority", authority, "storage.example.com:9000", "storage.example.com:9000"],
  ["authority", authority, "[::1]:9000", "[::1]:9000"],
])("%s %#: reads %s", (_, parse, text, value) => {
  expect(parse(typed(text))).toBe(value);
});

test.each<[string, (value: Typed) => unknown, string]>([
  ["account", accountId, "1234"],
  ["account", accountId, "111122223333 "],
  ["region", regionName, "Frankfurt"],
  ["partition", partitionName, "amazon"],
  ["resource", resourcePattern, "*"],
  ["resource", resourcePattern, "arn:aws:s3:::*"],
  ["resource", resourcePattern, "arn:*:s3:::photos/*"],
  ["resource", resourcePattern, "arn:aws:s*:::photos/*"],
  ["resource", resourcePattern, "arn:aws:s3:photos/*"],
  ["resource", resourcePattern, "photos/*"],
  ["port", port, "65536"],
  ["port", port, "-1"],
  ["port", port, "http"],
  ...[
    "",
    "localhost",
    "0.0.0.0",
    "::",
    "172.17.1",
    "300.1.1.1",
    "fe80::1%eth0",
    "1.2.3.4:80",
    "[::1]",
    "0x7f000001",
  ].map((text): [string, (value: Typed) => unknown, string] => ["address", bindAddress, text]),
  ["bytes", byteCount, ""],
  ["bytes", byteCount, "many"],
  ["bytes", byteCount, "1.5m"],
  ["bytes", byteCount, "999999999999g"],
  ["time", duration, "10"],
  ["time", duration, "0s"],
  ["time", duration, "1000h"],
  ["time", duration, "constructor"],
  ["authority", authority, "https://storage.example.com"],
  ["authority", authority, "a/b"],
  ["authority", authority, ""],
  ["url", forwardTarget, "127.0.0.1:4566"],
  ["url", forwardTarget, "ftp://127.0.0.1"],
  ["url", forwardTarget, "http://127.0.0.1/path"],
  ["url", forwardTarget, "http://127.0.0.1?x"],
  ["url", forwardTarget, "http://me@127.0.0.1"],
])("%s %#: refuses `%s`", (_, parse, text) => {
  expect(() => parse(typed(text))).toThrow(UsageError);
});

describe("a refusal", () => {
  test("quotes what was typed and shows what would do", () => {
    try {
      duration({ option: "for", text: "soon" });
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        code: "invalid-option-value",
        message: "cannot use `soon` for `--for`",
        hint: "for example `--for 10m`",
      });
    }
  });

  test("of a closed list names the list", () => {
    try {
      oneOf({ option: "format", text: "xml" }, ["json", "yaml"]);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ message: "cannot use `xml` for `--format`", hint: "one of: json, yaml" });
    }
  });
});

test.each(["http://127.0.0.1:4566", "https://localhost:8443/", "h2c://[::1]:9000"])("forwards to %s", (text) => {
  expect(forwardTarget(typed(text)).href).toBe(new URL(text).href);
});

test("a member of a closed list is itself", () => {
  expect(oneOf(typed("yaml"), ["json", "yaml"])).toBe("yaml");
});

test.each([
  ["stage=dev", { name: "stage", value: "dev" }],
  ["bucket_prefix=acme-dev-", { name: "bucket_prefix", value: "acme-dev-" }],
  ["accountId=111122223333", { name: "accountId", value: "111122223333" }],
  ["a=b=c", { name: "a", value: "b=c" }],
])("a variable %s has a name and a value", (text, variable) => {
  expect(templateVariable(typed(text))).toEqual(variable);
});

test.each([
  "",
  "stage",
  "stage=",
  "=dev",
  "1st=dev",
  "a--b=dev",
  "a b=dev",
  "stage=d*",
  "stage=$" + "{x}",
  "stage=-",
  "stage=\u2039",
])("no variable is made of `%s`", (text) => {
  expect(() => templateVariable(typed(text))).toThrow(
    expect.objectContaining({ code: "invalid-option-value", hint: "for example `--name stage=dev`" }),
  );
});

test("a name that some format keeps is refused with one that is free", () => {
  expect(() => templateVariable(typed("count=dev"))).toThrow(
    expect.objectContaining({ hint: "for example `--name the-count=dev`" }),
  );
});

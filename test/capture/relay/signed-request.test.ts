import { expect, test } from "vitest";
import { givenSignature, splitTarget, withQuery } from "../../../src/capture/relay/signed-request.ts";

const SIGNATURE = "0".repeat(64);
const SCOPE = { region: "us-east-1", signingName: "s3" };

test("a signature in the header", () => {
  const authorization = `AWS4-HMAC-SHA256 Credential=AKID/20260115/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=${SIGNATURE}`;
  const given = givenSignature(
    [
      ["authorization", authorization],
      ["X-Amz-Date", "20260115T120000Z"],
    ],
    "/",
  );
  expect(given).toEqual({
    kind: "header",
    accessKeyId: "AKID",
    scope: SCOPE,
    date: new Date("2026-01-15T12:00:00Z"),
    signedHeaders: ["host", "x-amz-date"],
    signature: SIGNATURE,
  });
});

test("a signature in the query", () => {
  const target =
    "/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKID%2F20260115%2Fus-east-1%2Fs3%2Faws4_request" +
    `&X-Amz-Date=20260115T120000Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature=${SIGNATURE}`;
  expect(givenSignature([], target)).toMatchObject({ kind: "query", accessKeyId: "AKID", scope: SCOPE, expiresIn: 60 });
});

test.each([
  ["no signature", []],
  ["a bearer token", [["authorization", "Bearer abc"]]],
  [
    "a scope that is not one",
    [["authorization", `AWS4-HMAC-SHA256 Credential=AKID/x, SignedHeaders=host, Signature=${SIGNATURE}`]],
  ],
  [
    "no date",
    [
      [
        "authorization",
        `AWS4-HMAC-SHA256 Credential=AKID/20260115/r/s/aws4_request, SignedHeaders=host, Signature=${SIGNATURE}`,
      ],
    ],
  ],
] as const)("%s is none", (_, fields) => {
  expect(givenSignature(fields, "/")).toBeUndefined();
});

test("Signature Version 2 is known as one that is not ours to make", () => {
  const expected = { kind: "unknown", accessKeyId: "AKID", algorithm: "Signature Version 2" };
  expect(givenSignature([["Authorization", "AWS AKID:c2ln"]], "/")).toEqual(expected);
  expect(givenSignature([], "/k?AWSAccessKeyId=AKID&Signature=c2ln&Expires=1")).toEqual(expected);
});

test("a target is taken apart and put together again", () => {
  const { path, query } = splitTarget("/a%20b//c?x=1&y&x=%2F%3D&z=a=b");
  expect({ path, query }).toEqual({ path: "/a%20b//c", query: { x: ["1", "/="], y: [""], z: ["a=b"] } });
  expect(withQuery(path, query)).toBe("/a%20b//c?x=1&x=%2F%3D&y=&z=a%3Db");
  expect(withQuery("/", {})).toBe("/");
});

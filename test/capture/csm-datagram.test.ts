import fc from "fast-check";
import { expect, test } from "vitest";
import { readCsmDatagram } from "../../src/capture/csm-datagram.ts";
import { attemptFields, callFields, datagram, KEY } from "../support/csm.ts";

test("a call is read", () => {
  const failed = { FinalHttpStatusCode: 403, FinalAwsException: "AccessDenied", FinalAwsExceptionMessage: "no" };
  expect(readCsmDatagram(datagram(callFields({ ...failed, AttemptCount: 3 })))).toEqual({
    kind: "call",
    clientId: "",
    service: "S3",
    operation: "GetObject",
    region: "us-east-1",
    at: 1000,
    latency: 50,
    attempts: 3,
    status: 403,
    errorCode: "AccessDenied",
    errorMessage: "no",
  });
});

test("an attempt is read, without its session token", () => {
  const read = readCsmDatagram(datagram(attemptFields({ XAmzRequestId: "R1", XAmznRequestId: "R2" })));
  expect(read).toEqual({
    kind: "attempt",
    clientId: "",
    service: "S3",
    operation: "GetObject",
    region: "us-east-1",
    at: 1005,
    latency: 40,
    hostname: "photos.s3.amazonaws.com",
    accessKeyId: KEY,
    requestIds: ["R2", "R1"],
    status: 200,
  });
  expect(JSON.stringify(read)).not.toContain("token-that-must-never-be-kept");
});

test("numbers may be texts, a host may have a port and capitals", () => {
  const read = readCsmDatagram(datagram(attemptFields({ Timestamp: "77", Fqdn: "LocalHost:4566", HttpStatusCode: 0 })));
  expect(read).toMatchObject({ at: 77, hostname: "localhost" });
  expect(read).not.toHaveProperty("status");
});

test.each([
  ["nothing", Buffer.alloc(0), "foreign"],
  ["StatsD", Buffer.from("page.views:1|c"), "foreign"],
  ["a JSON list", Buffer.from("[1]"), "foreign"],
  ["a cut event", datagram(callFields()).subarray(0, 60), "malformed"],
  ["an event of an unknown type", datagram(callFields({ Type: "Other" })), "malformed"],
  ["an event without a service", datagram(callFields({ Service: undefined })), "malformed"],
  ["an event with a control character in a name", datagram(callFields({ Api: "Get\u001b[31m" })), "malformed"],
  ["an event as long as no SDK sends", datagram(callFields({ UserAgent: "x".repeat(20_000) })), "oversized"],
])("%s is told as such", (_title, bytes, flaw) => {
  expect(readCsmDatagram(bytes)).toBe(flaw);
});

test("no bytes make it throw, and no name comes through that could not be shown", () => {
  const names = fc.record({
    Type: fc.constantFrom("ApiCall", "ApiCallAttempt"),
    Service: fc.string(),
    Api: fc.string(),
  });
  const texts = fc.oneof(
    fc.jsonValue().map((value) => JSON.stringify(value)),
    names.map((value) => JSON.stringify(value)),
  );
  const bytes = fc.oneof(
    fc.uint8Array().map((array) => Buffer.from(array)),
    texts.map((text) => Buffer.from(text)),
  );
  fc.assert(
    fc.property(bytes, (given) => {
      const read = readCsmDatagram(given);
      if (typeof read !== "string") expect(`${read.service}${read.operation}`).toMatch(/^[\w .()-]+$/);
    }),
  );
});

import { expect, test } from "vitest";
import { isFailure, outcomeOf } from "../../../src/decode/answer/outcome.ts";

const outcome = (status: number, code?: string, message?: string) =>
  outcomeOf({
    head: { status, headers: [] },
    error: { ...(code === undefined ? {} : { code }), ...(message === undefined ? {} : { message }) },
  });

test.each([200, 204, 206, 304])("status %i is a success", (status) => {
  expect(outcome(status)).toEqual({ kind: "succeeded", httpStatus: status });
});

test.each([
  [403, "AccessDenied"],
  [400, "AccessDeniedException"],
  [403, "UnauthorizedOperation"],
  [403, "Client.UnauthorizedOperation"],
  [403, "AuthorizationError"],
])("%i %s is a denial", (status, code) => {
  expect(outcome(status, code)).toEqual({ kind: "denied", httpStatus: status, errorCode: code });
});

test("any code is a denial whose message says which action was refused", () => {
  const message = "User: arn:aws:sts::1:assumed-role/r/s is not authorized to perform: es:ESHttpGet because no …";
  expect(outcome(401, "UnauthorizedException", message).kind).toBe("denied");
  expect(outcome(401, "UnauthorizedException", "token expired").kind).toBe("failed");
});

test("403 without any word, as for HEAD, is a denial without code", () => {
  expect(outcome(403)).toEqual({ kind: "denied", httpStatus: 403 });
});

test.each([
  "InvalidClientTokenId",
  "ExpiredToken",
  "ExpiredTokenException",
  "SignatureDoesNotMatch",
  "UnrecognizedClientException",
  "RequestTimeTooSkewed",
  "OptInRequired",
])("403 %s is a failure: no policy repairs it", (code) => {
  expect(outcome(403, code)).toEqual({ kind: "failed", httpStatus: 403, errorCode: code });
});

test.each([
  [400, "ValidationException"],
  [404, "NoSuchBucket"],
  [301, "PermanentRedirect"],
  [500, undefined],
  [404, undefined],
])("%i %s is a failure", (status, code) => {
  expect(outcome(status, code).kind).toBe("failed");
});

test("a redirect fails, an answer from the cache does not", () => {
  expect(isFailure({ status: 307, headers: [] })).toBe(true);
  expect(isFailure({ status: 304, headers: [] })).toBe(false);
});

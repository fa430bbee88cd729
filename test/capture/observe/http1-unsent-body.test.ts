import { expect, test } from "vitest";
import { nextBytes } from "../../../src/capture/observe/http1-unsent-body.ts";

test.each([
  ["GET /", "request"],
  ["DELETE /key?x HTTP/1.1", "request"],
  ["P", "undecided"],
  ["OPTIONS ", "undecided"],
  ["", "undecided"],
  ["GET x", "body"],
  ["get /", "body"],
  ["{", "body"],
  ["PURGE /", "body"],
])("%j begins a %s", (text, verdict) => {
  expect(nextBytes(Buffer.from(text))).toBe(verdict);
});

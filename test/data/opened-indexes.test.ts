import { expect, test } from "vitest";
import { apiIndex, authorizationIndex } from "../../src/data/opened-indexes.ts";

test("an API that one stage loaded is not parsed again for the next", () => {
  expect(apiIndex().load("sqs")).toBe(apiIndex().load("sqs"));
  expect(authorizationIndex().load("sqs")).toBe(authorizationIndex().load("sqs"));
});

test("each side is opened once", () => {
  expect(apiIndex()).toBe(apiIndex());
  expect(authorizationIndex()).toBe(authorizationIndex());
});

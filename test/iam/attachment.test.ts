import { expect, test } from "vitest";
import { ATTACHMENTS } from "../../src/iam/attachment.ts";

test("the ways a policy reaches a principal, the common one first", () => {
  expect(ATTACHMENTS[0]).toBe("managed-policy");
  expect(ATTACHMENTS).toContain("session-policy");
});

import { expect, test } from "vitest";
import rules from "../../src/services/chime-sdk-meetings.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("what is tagged is the meeting", () => {
  expect(permits("CreateMeetingWithAttendees", { ExternalMeetingId: "m", Tags: [{ Key: "a" }] })).toEqual([
    "chime:CreateMeetingWithAttendees *",
    "chime:TagResource arn:aws:chime:us-east-1:123456789012:meeting/*",
  ]);
});

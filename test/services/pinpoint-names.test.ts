import { expect, test } from "vitest";
import pinpoint from "../../src/services/pinpoint.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(pinpoint);
const OWN = "arn:aws:mobiletargeting:us-east-1:123456789012";

test.each([
  ["GetApnsChannel", "apns"],
  ["UpdateApnsVoipSandboxChannel", "apns_voip_sandbox"],
  ["DeleteEmailChannel", "email"],
])("%s is about the channel %s", (operation, channel) => {
  expect(permits(operation, { ApplicationId: "a1" })).toEqual([
    `mobiletargeting:${operation} ${OWN}:apps/a1/channels/${channel}`,
  ]);
});

test("a template without tags needs no tagging", () => {
  expect(permits("CreateVoiceTemplate", { TemplateName: "hi", VoiceTemplateRequest: { Body: "b" } })).toEqual([
    `mobiletargeting:CreateVoiceTemplate ${OWN}:templates/hi/VOICE`,
  ]);
});

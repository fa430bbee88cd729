import { expect, test } from "vitest";
import rules from "../../src/services/chatbot.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a new configuration is tagged under its name", () => {
  const input = {
    ConfigurationName: "alarms",
    IamRoleArn: "arn:aws:iam::123456789012:role/chat",
    Tags: [{ TagKey: "a" }],
  };
  expect(permits("CreateSlackChannelConfiguration", input)).toContain(
    "chatbot:TagResource arn:aws:chatbot::123456789012:chat-configuration/slack-channel/alarms",
  );
});

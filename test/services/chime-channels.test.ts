import { expect, test } from "vitest";
import messaging from "../../src/services/chime-sdk-messaging.ts";
import { permitsOf } from "./permits-of.ts";

const INSTANCE = "arn:aws:chime:eu-central-1:111122223333:app-instance/a1";

test("each part of a new channel needs its own action, on the instance's channels", () => {
  const permits = permitsOf(messaging)("CreateChannel", {
    AppInstanceArn: INSTANCE,
    ChimeBearer: `${INSTANCE}/bot/b1`,
    ModeratorArns: [`${INSTANCE}/user/u1`],
    ExpirationSettings: { ExpirationDays: 3 },
  });
  expect(permits).toEqual([
    `chime:CreateChannel ${INSTANCE}/bot/b1`,
    `chime:CreateChannelModerator ${INSTANCE}/bot/b1`,
    `chime:CreateChannelModerator ${INSTANCE}/channel/*`,
    `chime:PutChannelExpirationSettings ${INSTANCE}/bot/b1`,
    `chime:PutChannelExpirationSettings ${INSTANCE}/channel/*`,
  ]);
});

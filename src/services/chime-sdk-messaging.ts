/** Chime SDK messaging: who calls is a user or a bot of an app instance, and is a resource beside the channel. */

import { newChannel } from "./chime-channels.ts";
import { authorizedAs, defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { arnIn, bothOf } from "./rule-resource.ts";

export default defineService({
  sdkId: "Chime SDK Messaging",
  operations: {
    ...authorizedAs(
      {
        BatchCreateChannelMembership: "BatchCreateChannelMembership",
        CreateChannelBan: "CreateChannelBan",
        CreateChannelMembership: "CreateChannelMembership",
        CreateChannelModerator: "CreateChannelModerator",
        DeleteChannel: "DeleteChannel",
        DeleteChannelBan: "DeleteChannelBan",
        DeleteChannelMembership: "DeleteChannelMembership",
        DeleteChannelMessage: "DeleteChannelMessage",
        DeleteChannelModerator: "DeleteChannelModerator",
        DescribeChannel: "DescribeChannel",
        DescribeChannelBan: "DescribeChannelBan",
        DescribeChannelMembership: "DescribeChannelMembership",
        DescribeChannelMembershipForAppInstanceUser: "DescribeChannelMembershipForAppInstanceUser",
        DescribeChannelModeratedByAppInstanceUser: "DescribeChannelModeratedByAppInstanceUser",
        DescribeChannelModerator: "DescribeChannelModerator",
        GetChannelMembershipPreferences: "GetChannelMembershipPreferences",
        GetChannelMessage: "GetChannelMessage",
        GetChannelMessageStatus: "GetChannelMessageStatus",
        ListChannelBans: "ListChannelBans",
        ListChannelMemberships: "ListChannelMemberships",
        ListChannelMessages: "ListChannelMessages",
        ListChannelModerators: "ListChannelModerators",
        ListSubChannels: "ListSubChannels",
        PutChannelMembershipPreferences: "PutChannelMembershipPreferences",
        RedactChannelMessage: "RedactChannelMessage",
        SendChannelMessage: "SendChannelMessage",
        UpdateChannel: "UpdateChannel",
        UpdateChannelMessage: "UpdateChannelMessage",
        UpdateChannelReadMarker: "UpdateChannelReadMarker",
      },
      {
        servicePrefix: "chime",
        resource: bothOf(arnIn("ChimeBearer"), arnIn("ChannelArn")),
        because: "the user or bot in whose name the call is made is checked, and the channel",
        see: "https://docs.aws.amazon.com/chime-sdk/latest/dg/iam-users.html",
        example: {
          input: {
            ChannelArn: "arn:aws:chime:us-east-1:123456789012:app-instance/a1/channel/c1",
            ChimeBearer: "arn:aws:chime:us-east-1:123456789012:app-instance/a1/bot/b1",
          },
          on: "arn:aws:chime:us-east-1:123456789012:app-instance/a1/bot/b1 + arn:aws:chime:us-east-1:123456789012:app-instance/a1/channel/c1",
        },
      },
    ),
    ...authorizedAs(
      {
        AssociateChannelFlow: "AssociateChannelFlow",
        DisassociateChannelFlow: "DisassociateChannelFlow",
      },
      {
        servicePrefix: "chime",
        resource: bothOf(arnIn("ChimeBearer"), arnIn("ChannelArn"), arnIn("ChannelFlowArn")),
        because: "the user or bot in whose name the call is made is checked, the channel and the flow",
        see: "https://docs.aws.amazon.com/chime-sdk/latest/dg/iam-users.html",
        example: {
          input: {
            ChannelArn: "arn:aws:chime:us-east-1:123456789012:app-instance/a1/channel/c1",
            ChannelFlowArn: "arn:aws:chime:us-east-1:123456789012:app-instance/a1/channel-flow/f1",
            ChimeBearer: "arn:aws:chime:us-east-1:123456789012:app-instance/a1/user/u1",
          },
          on: "arn:aws:chime:us-east-1:123456789012:app-instance/a1/channel-flow/f1 + arn:aws:chime:us-east-1:123456789012:app-instance/a1/channel/c1 + arn:aws:chime:us-east-1:123456789012:app-instance/a1/user/u1",
        },
      },
    ),
    ...authorizedAs(
      {
        ListChannelMembershipsForAppInstanceUser: "ListChannelMembershipsForAppInstanceUser",
        ListChannelsModeratedByAppInstanceUser: "ListChannelsModeratedByAppInstanceUser",
      },
      {
        servicePrefix: "chime",
        resource: arnIn("ChimeBearer"),
        because: "the user or bot in whose name the call is made is checked",
        see: "https://docs.aws.amazon.com/chime-sdk/latest/dg/iam-users.html",
        example: {
          input: {
            AppInstanceUserArn: "arn:aws:chime:us-east-1:123456789012:app-instance/a1/user/u1",
            ChimeBearer: "arn:aws:chime:us-east-1:123456789012:app-instance/a1/bot/b1",
          },
          on: "arn:aws:chime:us-east-1:123456789012:app-instance/a1/bot/b1",
        },
      },
    ),
    CreateChannel: {
      authorizedActions: [
        { action: "chime:CreateChannel", resource: arnIn("ChimeBearer") },
        newChannel("CreateChannelMembership", whenMember("MemberArns"), "the new channel gets members"),
        newChannel("CreateChannelModerator", whenMember("ModeratorArns"), "the new channel gets moderators"),
        newChannel("PutChannelExpirationSettings", whenMember("ExpirationSettings"), "the new channel expires"),
      ],
      because: "members, moderators and the end of a new channel have actions of their own",
      see: "https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_messaging-chime_CreateChannel.html",
      examples: [
        {
          input: {
            AppInstanceArn: "arn:aws:chime:us-east-1:123456789012:app-instance/a1",
            ChimeBearer: "arn:aws:chime:us-east-1:123456789012:app-instance/a1/user/u1",
          },
          permits: ["chime:CreateChannel arn:aws:chime:us-east-1:123456789012:app-instance/a1/user/u1"],
        },
        {
          input: {
            AppInstanceArn: "arn:aws:chime:us-east-1:123456789012:app-instance/a1",
            ChimeBearer: "arn:aws:chime:us-east-1:123456789012:app-instance/a1/user/u1",
            MemberArns: ["arn:aws:chime:us-east-1:123456789012:app-instance/a1/user/u2"],
          },
          permits: [
            "chime:CreateChannel arn:aws:chime:us-east-1:123456789012:app-instance/a1/user/u1",
            "chime:CreateChannelMembership arn:aws:chime:us-east-1:123456789012:app-instance/a1/user/u1",
            "chime:CreateChannelMembership arn:aws:chime:us-east-1:123456789012:app-instance/a1/channel/*",
          ],
        },
      ],
    },
  },
});

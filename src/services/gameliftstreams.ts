/** Amazon GameLift Streams: a stream group may come with an application. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { bothOf, everyResource, filled, newResource } from "./rule-resource.ts";
import { captured, member } from "./rule-value.ts";

export default defineService({
  sdkId: "GameLiftStreams",
  resources: {
    "stream group": {
      filledBy: [{ StreamGroupId: member("Identifier") }],
      because: "a stream group is identified by its id or ARN",
      see: "https://docs.aws.amazon.com/gameliftstreams/latest/apireference/API_AssociateApplications.html",
      examples: [
        {
          operation: "DisassociateApplications",
          input: { Identifier: "g-1", ApplicationIdentifiers: ["a-1"] },
          permits: [
            "gameliftstreams:DisassociateApplications arn:aws:gameliftstreams:us-east-1:123456789012:application/a-1 + arn:aws:gameliftstreams:us-east-1:123456789012:streamgroup/g-1",
          ],
        },
      ],
    },
  },
  operations: {
    CreateStreamGroup: {
      authorizedActions: [
        { action: "gameliftstreams:CreateStreamGroup", resource: everyResource },
        {
          action: "gameliftstreams:AssociateApplications",
          resource: bothOf(
            filled("application", {
              ApplicationId: captured(member("DefaultApplicationIdentifier"), /^(?:arn:.+:application\/)?([^/]+)$/),
            }),
            newResource("stream group"),
          ),
          when: whenMember("DefaultApplicationIdentifier"),
          origin: "dependent",
          because: "the new group is given its default application",
        },
        {
          action: "gameliftstreams:TagResource",
          resource: newResource("stream group"),
          when: whenMember("Tags"),
          origin: "dependent",
          because: "the new group is tagged",
        },
      ],
      because: "a group that is created with an application is associated with it",
      see: "https://docs.aws.amazon.com/gameliftstreams/latest/apireference/API_CreateStreamGroup.html",
      examples: [
        {
          input: { Description: "g", DefaultApplicationIdentifier: "a-1" },
          permits: [
            "gameliftstreams:CreateStreamGroup *",
            "gameliftstreams:AssociateApplications arn:aws:gameliftstreams:us-east-1:123456789012:application/a-1",
            "gameliftstreams:AssociateApplications arn:aws:gameliftstreams:us-east-1:123456789012:streamgroup/*",
          ],
        },
        { input: { Description: "g" }, permits: ["gameliftstreams:CreateStreamGroup *"] },
      ],
    },
  },
});

/** Amazon Q Apps: an instance is an application of Amazon Q Business, and everything lies below it. */
import { defineService } from "./define-service.ts";
import { unlessMember, whenMember } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { fillWhen, firstOf, member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "QApps",
  resources: {
    application: {
      filledBy: [fillWhen(unlessMember("appId"), { ApplicationId: member("instanceId") })],
      because: "the instance that a request names is an application of Amazon Q Business",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonqbusinessqapps.html",
      examples: [
        {
          operation: "ListQApps",
          input: { instanceId: "i" },
          permits: ["qapps:ListQApps arn:aws:qbusiness:us-east-1:123456789012:application/i"],
        },
      ],
    },
    qapp: {
      filledBy: [{ ApplicationId: member("instanceId"), AppId: member("appId") }],
      because: "an app lies below the instance that the request names",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonqbusinessqapps.html",
      examples: [
        {
          operation: "GetQApp",
          input: { instanceId: "i", appId: "a" },
          permits: ["qapps:GetQApp arn:aws:qapps:us-east-1:123456789012:application/i/qapp/a"],
        },
      ],
    },
    "qapp-session": {
      filledBy: [
        fillWhen(whenMember("sessionId"), {
          ApplicationId: member("instanceId"),
          AppId: firstOf(
            member("appId"),
            unknownPart("*", "no-resource-in-input", "the request does not name the app of the session"),
          ),
          SessionId: member("sessionId"),
        }),
      ],
      because: "a session lies below its app",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonqbusinessqapps.html",
      examples: [
        {
          operation: "GetQAppSession",
          input: { instanceId: "i", sessionId: "s" },
          permits: ["qapps:GetQAppSession arn:aws:qapps:us-east-1:123456789012:application/i/qapp/*/session/s"],
        },
      ],
    },
  },
  operations: {
    CreatePresignedUrl: {
      authorizedActions: [
        {
          action: "qapps:ImportDocument",
          resource: filled("qapp-session", {
            ApplicationId: member("instanceId"),
            AppId: member("appId"),
            SessionId: member("sessionId"),
          }),
          when: whenMember("sessionId"),
        },
        {
          action: "qapps:ImportDocument",
          resource: filled("qapp", { ApplicationId: member("instanceId"), AppId: member("appId") }),
          when: unlessMember("sessionId"),
        },
      ],
      because: "the URL imports a document into the app or its session",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonqbusinessqapps.html",
      examples: [
        {
          input: { instanceId: "i", appId: "a", cardId: "c" },
          permits: ["qapps:ImportDocument arn:aws:qapps:us-east-1:123456789012:application/i/qapp/a"],
        },
        {
          input: { instanceId: "i", appId: "a", cardId: "c", sessionId: "s" },
          permits: ["qapps:ImportDocument arn:aws:qapps:us-east-1:123456789012:application/i/qapp/a/session/s"],
        },
      ],
    },
  },
});

/** AWS STS: two calls that need no permission, and what a session is made with. */
import { defineService } from "./define-service.ts";
import { anyOf, whenMember } from "./rule-condition.ts";
import { arnIn } from "./rule-resource.ts";

export default defineService({
  sdkId: "STS",
  operations: {
    GetCallerIdentity: {
      authorizedActions: [],
      because: "no permission is needed to ask who one is, and none can forbid it",
      see: "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html",
      examples: [{ input: {}, permits: [] }],
    },
    GetSessionToken: {
      authorizedActions: [],
      because: "no permission is needed for a session of one's own",
      see: "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html",
      examples: [{ input: { DurationSeconds: 900 }, permits: [] }],
    },
    AssumeRole: {
      authorizedActions: [
        { action: "sts:AssumeRole", resource: arnIn("RoleArn") },
        {
          action: "sts:TagSession",
          resource: arnIn("RoleArn"),
          when: anyOf(whenMember("Tags"), whenMember("TransitiveTagKeys")),
          origin: "dependent",
          because: "the session is tagged",
        },
        {
          action: "sts:SetSourceIdentity",
          resource: arnIn("RoleArn"),
          when: whenMember("SourceIdentity"),
          origin: "dependent",
          because: "the session names its source identity",
        },
        {
          action: "sts:SetContext",
          resource: arnIn("RoleArn"),
          when: whenMember("ProvidedContexts"),
          origin: "dependent",
          because: "the session is given a context",
        },
      ],
      because: "tags, a source identity and contexts of the session have actions of their own",
      see: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_permissions-required",
      examples: [
        {
          input: { RoleArn: "arn:aws:iam::111122223333:role/ops/deploy", RoleSessionName: "ci" },
          permits: ["sts:AssumeRole arn:aws:iam::111122223333:role/ops/deploy"],
        },
        {
          input: {
            RoleArn: "arn:aws:iam::111122223333:role/deploy",
            Tags: [{ Key: "team", Value: "web" }],
            SourceIdentity: "ana",
          },
          permits: [
            "sts:AssumeRole arn:aws:iam::111122223333:role/deploy",
            "sts:TagSession arn:aws:iam::111122223333:role/deploy",
            "sts:SetSourceIdentity arn:aws:iam::111122223333:role/deploy",
          ],
        },
      ],
    },
  },
});

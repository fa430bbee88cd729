/** AWS STS: two calls that need no permission, and what a session is made with. */
import { defineService } from "./define-service.ts";
import { anyOf, whenMember } from "./rule-condition.ts";
import { arnIn, filled } from "./rule-resource.ts";
import { captured, member } from "./rule-value.ts";

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
    AssumeRoot: {
      authorizedActions: [
        {
          action: "sts:AssumeRoot",
          resource: filled("root-user", { Account: captured(member("TargetPrincipal"), /(\d{12})/) }),
          conditions: { ArnEquals: { "sts:TaskPolicyArn": member("TaskPolicyArn.arn") } },
        },
      ],
      because: "the member account and the task are both in the request",
      see: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-enable-root-access.html",
      examples: [
        {
          input: {
            TargetPrincipal: "111122223333",
            TaskPolicyArn: { arn: "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials" },
          },
          permits: [
            "sts:AssumeRoot arn:aws:iam::111122223333:root if sts:TaskPolicyArn = arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials",
          ],
        },
      ],
    },
    GetFederationToken: {
      authorizedActions: [
        { action: "sts:GetFederationToken" },
        {
          action: "sts:TagSession",
          resource: filled("federated-user", { FederatedUserName: member("Name") }),
          when: whenMember("Tags"),
          origin: "dependent",
          because: "the session is tagged",
        },
      ],
      because: "tags of the session have an action of their own",
      see: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_permissions-required",
      examples: [
        {
          input: { Name: "ana", Tags: [{ Key: "team", Value: "web" }] },
          permits: [
            "sts:GetFederationToken arn:aws:sts::123456789012:federated-user/ana",
            "sts:TagSession arn:aws:sts::123456789012:federated-user/ana",
          ],
        },
      ],
    },
    GetWebIdentityToken: {
      authorizedActions: [
        { action: "sts:GetWebIdentityToken" },
        {
          action: "sts:TagGetWebIdentityToken",
          when: whenMember("Tags"),
          origin: "dependent",
          because: "the token gets tags as claims",
        },
      ],
      because: "tags of the token have an action of their own",
      see: "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html",
      examples: [
        {
          input: { Audience: ["a"], Tags: [{ Key: "team", Value: "web" }] },
          permits: ["sts:GetWebIdentityToken *", "sts:TagGetWebIdentityToken *"],
        },
        { input: { Audience: ["a"] }, permits: ["sts:GetWebIdentityToken *"] },
      ],
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

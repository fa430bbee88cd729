/** Amazon Pinpoint: channels and templates have their kind in the operation's name alone. */
import type { AuthorizedAction, OperationRules } from "./define-service.ts";
import { whenMatches, whenMember } from "./rule-condition.ts";
import { filled, type ResourceRule } from "./rule-resource.ts";
import { type Fill, fillWhen, type MemberPath, member, ofCall, unknownPart } from "./rule-value.ts";

const CHANNELS = {
  Adm: "adm",
  ApnsSandbox: "apns_sandbox",
  ApnsVoipSandbox: "apns_voip_sandbox",
  ApnsVoip: "apns_voip",
  Apns: "apns",
  Baidu: "baidu",
  Email: "email",
  Gcm: "gcm",
  Sms: "sms",
  Voice: "voice",
} as const;

const TEMPLATES = { Email: "EMAIL", InApp: "INAPP", Push: "PUSH", Sms: "SMS", Voice: "VOICE" } as const;

/** `GetApnsSandboxChannel` is about the channel `apns_sandbox`. */
export const channelFills: readonly Fill[] = Object.entries(CHANNELS).map(([kind, ChannelType]) =>
  fillWhen(whenMatches(ofCall("operation"), new RegExp(`^[A-Z][a-z]+${kind}Channel$`)), {
    AppId: member("ApplicationId"),
    ChannelType,
  }),
);

/** `CreateSmsTemplate` is about a template of the kind `SMS`. */
export const templateFills: readonly Fill[] = [
  ...Object.entries(TEMPLATES).map(([kind, TemplateType]) =>
    fillWhen(whenMatches(ofCall("operation"), new RegExp(`^[A-Z][a-z]+${kind}Template$`)), {
      TemplateName: member("TemplateName"),
      TemplateType,
    }),
  ),
  { TemplateName: member("TemplateName"), TemplateType: member("TemplateType") },
];

interface Made {
  /** Member that holds the tags, inside the request's body. */
  readonly tags: MemberPath;
  readonly input: { readonly [member: string]: unknown };
  /** The variable of the ARN that AWS chooses, and the type that it names; absent for templates, whose names are given. */
  readonly chosen?: readonly [type: string, variable: string];
  /** What the call itself is checked on, and what is tagged. */
  readonly on: readonly [made: string, tagged: string];
}

function newOne(type: string, variable: string): ResourceRule {
  const id = unknownPart("*", "id-assigned-by-aws", `the id of the new ${type}`);
  return filled(type, variable === "AppId" ? { AppId: id } : { AppId: member("ApplicationId"), [variable]: id });
}

/** Rules of operations whose tags stand inside the body. */
export function makesTagged(made: { readonly [operation: string]: Made }): OperationRules {
  const rules = Object.entries(made).map(
    ([operation, { tags, input, on, chosen }]): [string, OperationRules[string]] => {
      const tagging: AuthorizedAction = {
        action: "mobiletargeting:TagResource",
        ...(chosen === undefined ? {} : { resource: newOne(...chosen) }),
        when: whenMember(tags),
        origin: "dependent",
        because: "what is made is tagged",
      };
      const [body = "", name = ""] = tags.split(".");
      return [
        operation,
        {
          authorizedActions: [{ action: `mobiletargeting:${operation}` }, tagging],
          because: "tags stand inside the description of what is made, and need the tagging action",
          see: "https://docs.aws.amazon.com/pinpoint/latest/developerguide/permissions-actions.html",
          examples: [
            { input, permits: [`mobiletargeting:${operation} ${on[0]}`] },
            {
              input: { ...input, [body]: { [name]: { team: "web" } } },
              permits: [`mobiletargeting:${operation} ${on[0]}`, `mobiletargeting:TagResource ${on[1]}`],
            },
          ],
        },
      ];
    },
  );
  return Object.fromEntries(rules);
}

/** AWS Config: conformance packs are read from where the request says, and may be tagged. */
import { type AuthorizedAction, type OperationRule, operationRules } from "./define-service.ts";
import { whenMember, whenMemberMatches } from "./rule-condition.ts";
import { filled, typed } from "./rule-resource.ts";
import { captured, member } from "./rule-value.ts";
import { objectAt } from "./s3-uri.ts";
import { TAG_ON_CREATE } from "./tag-on-create.ts";

const HERE = "arn:aws:config:us-east-1:123456789012";

/** From S3, or from a document of Systems Manager. */
const READS_TEMPLATE: readonly AuthorizedAction[] = [
  {
    action: "s3:GetObject",
    resource: objectAt(member("TemplateS3Uri")),
    when: whenMemberMatches("TemplateS3Uri", /^s3:/),
    origin: "forward-access",
    because: "the template is read with the caller's permissions",
  },
  {
    action: "ssm:GetDocument",
    resource: filled("document", {
      DocumentName: captured(member("TemplateSSMDocumentDetails.DocumentName"), /^(?:arn:.+:document\/)?([^:/]+)$/),
    }),
    when: whenMember("TemplateSSMDocumentDetails.DocumentName"),
    origin: "forward-access",
    because: "the template is a document, which is read with the caller's permissions",
  },
];

const puts = (operation: string, arn: string, named: string): OperationRule => ({
  authorizedActions: [
    { action: `config:${operation}` },
    {
      action: "config:TagResource",
      resource: typed(operation.replace("Put", "")),
      when: whenMember("Tags[]"),
      origin: "dependent",
      because: TAG_ON_CREATE.because,
    },
    ...(operation === "PutConformancePack" ? READS_TEMPLATE : READS_TEMPLATE.slice(0, 1)),
  ],
  because: "a conformance pack is made from a template",
  see: `https://docs.aws.amazon.com/config/latest/APIReference/API_${operation}.html`,
  examples: [
    {
      input: { [named]: "p", TemplateS3Uri: "s3://packs/p.yaml", Tags: [{ Key: "team", Value: "a" }] },
      permits: [
        `config:${operation} ${HERE}:${arn}`,
        `config:TagResource ${HERE}:${arn}`,
        "s3:GetObject arn:aws:s3:::packs/p.yaml",
      ],
    },
    { input: { [named]: "p", TemplateBody: "{}" }, permits: [`config:${operation} ${HERE}:${arn}`] },
  ],
});

export default operationRules({
  PutConformancePack: puts("PutConformancePack", "conformance-pack/p/*", "ConformancePackName"),
  PutOrganizationConformancePack: puts(
    "PutOrganizationConformancePack",
    "organization-conformance-pack/p-*",
    "OrganizationConformancePackName",
  ),
});

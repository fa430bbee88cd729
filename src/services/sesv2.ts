/** Amazon SES, second version: mail is checked as in the first one. */
import { authorizedAs, defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { member } from "./rule-value.ts";
import { identityOf, mailFrom } from "./ses-identities.ts";

export default defineService({
  sdkId: "SESv2",
  resources: {
    "export-job": {
      filledBy: [{ ExportJobId: member("JobId") }],
      because: "an export is named by its job's id",
      see: "https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetExportJob.html",
      examples: [
        {
          operation: "GetExportJob",
          input: { JobId: "j1" },
          permits: ["ses:GetExportJob arn:aws:ses:us-east-1:123456789012:export-job/j1"],
        },
      ],
    },
    "import-job": {
      filledBy: [{ ImportJobId: member("JobId") }],
      because: "an import is named by its job's id",
      see: "https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetImportJob.html",
      examples: [
        {
          operation: "GetImportJob",
          input: { JobId: "j1" },
          permits: ["ses:GetImportJob arn:aws:ses:us-east-1:123456789012:import-job/j1"],
        },
      ],
    },
  },
  operations: {
    SendEmail: {
      authorizedActions: [
        {
          action: "ses:SendEmail",
          resource: mailFrom({
            sender: "FromEmailAddress",
            senderArns: ["FromEmailAddressIdentityArn"],
            templates: ["Content.Template.TemplateArn", "Content.Template.TemplateName"],
          }),
        },
        {
          action: "ses:SendRawEmail",
          resource: mailFrom({ sender: "FromEmailAddress", senderArns: ["FromEmailAddressIdentityArn"] }),
          when: whenMember("Content.Raw"),
          origin: "dependent",
          because: "a raw message is also checked as the first version's raw message",
        },
      ],
      because: "mail is checked on the sender's identity, which is the address or its domain",
      see: "https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html",
      examples: [
        {
          input: {
            FromEmailAddress: "a@example.com",
            Content: { Template: { TemplateName: "hello" } },
            ConfigurationSetName: "shop",
          },
          permits: [
            "ses:SendEmail arn:aws:ses:us-east-1:123456789012:configuration-set/shop + arn:aws:ses:us-east-1:123456789012:identity/a@example.com + arn:aws:ses:us-east-1:123456789012:identity/example.com + arn:aws:ses:us-east-1:123456789012:template/hello",
          ],
        },
        {
          input: {
            FromEmailAddress: "a@example.com",
            FromEmailAddressIdentityArn: "arn:aws:ses:us-east-1:111122223333:identity/example.com",
            Content: { Raw: {} },
          },
          permits: [
            "ses:SendEmail arn:aws:ses:us-east-1:111122223333:identity/example.com",
            "ses:SendRawEmail arn:aws:ses:us-east-1:111122223333:identity/example.com",
          ],
        },
      ],
    },
    SendBulkEmail: {
      authorizedActions: [
        {
          action: "ses:SendBulkEmail",
          resource: mailFrom({
            sender: "FromEmailAddress",
            senderArns: ["FromEmailAddressIdentityArn"],
            templates: ["DefaultContent.Template.TemplateArn", "DefaultContent.Template.TemplateName"],
          }),
        },
      ],
      because: "mail is checked on the sender's identity and on the template",
      see: "https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html",
      examples: [
        {
          input: { FromEmailAddress: "a@example.com", DefaultContent: { Template: { TemplateName: "hello" } } },
          permits: [
            "ses:SendBulkEmail arn:aws:ses:us-east-1:123456789012:identity/a@example.com + arn:aws:ses:us-east-1:123456789012:identity/example.com + arn:aws:ses:us-east-1:123456789012:template/hello",
          ],
        },
      ],
    },
    ...authorizedAs(
      { CreateDeliverabilityTestReport: "CreateDeliverabilityTestReport" },
      {
        servicePrefix: "ses",
        resource: identityOf(member("FromEmailAddress")),
        because: "the report is about mail of an identity",
        see: "https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_CreateDeliverabilityTestReport.html",
        example: {
          input: { FromEmailAddress: "a@example.com" },
          on: "arn:aws:ses:us-east-1:123456789012:identity/a@example.com + arn:aws:ses:us-east-1:123456789012:identity/example.com",
        },
      },
    ),
    ...authorizedAs(
      { GetDomainStatisticsReport: "GetDomainStatisticsReport" },
      {
        servicePrefix: "ses",
        resource: filled("identity", { IdentityName: member("Domain") }),
        because: "a domain is an identity",
        see: "https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetDomainStatisticsReport.html",
        example: {
          input: { Domain: "example.com" },
          on: "arn:aws:ses:us-east-1:123456789012:identity/example.com",
        },
      },
    ),
    ...authorizedAs(
      { PutDedicatedIpInPool: "PutDedicatedIpInPool" },
      {
        servicePrefix: "ses",
        resource: filled("dedicated-ip-pool", { DedicatedIPPool: member("DestinationPoolName") }),
        because: "the pool that gets the address is checked",
        see: "https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_PutDedicatedIpInPool.html",
        example: {
          input: { Ip: "192.0.2.1", DestinationPoolName: "news" },
          on: "arn:aws:ses:us-east-1:123456789012:dedicated-ip-pool/news",
        },
      },
    ),
  },
});

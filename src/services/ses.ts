/** Amazon SES, first version: mail is checked on the sender's identity, the configuration set and the template. */
import { defineService } from "./define-service.ts";
import { firstOf, member } from "./rule-value.ts";
import { mailFrom } from "./ses-identities.ts";

export default defineService({
  sdkId: "SES",
  resources: {
    "configuration-set": {
      filledBy: [{ ConfigurationSetName: firstOf(member("ConfigurationSetName"), member("ConfigurationSet.Name")) }],
      because: "a new configuration set is named inside its description",
      see: "https://docs.aws.amazon.com/ses/latest/APIReference/API_CreateConfigurationSet.html",
      examples: [
        {
          operation: "CreateConfigurationSet",
          input: { ConfigurationSet: { Name: "shop" } },
          permits: ["ses:CreateConfigurationSet arn:aws:ses:us-east-1:123456789012:configuration-set/shop"],
        },
      ],
    },
  },
  operations: {
    SendEmail: {
      authorizedActions: [
        {
          action: "ses:SendEmail",
          resource: mailFrom({ sender: "Source", senderArns: ["SourceArn"] }),
        },
      ],
      because: "mail is checked on the sender's identity, which is the address or its domain",
      see: "https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html",
      examples: [
        {
          input: { Source: "Shop <a@example.com>", ConfigurationSetName: "shop" },
          permits: [
            "ses:SendEmail arn:aws:ses:us-east-1:123456789012:configuration-set/shop + arn:aws:ses:us-east-1:123456789012:identity/a@example.com + arn:aws:ses:us-east-1:123456789012:identity/example.com",
          ],
        },
        {
          input: { SourceArn: "arn:aws:ses:us-east-1:111122223333:identity/example.com", Source: "a@example.com" },
          permits: ["ses:SendEmail arn:aws:ses:us-east-1:111122223333:identity/example.com"],
        },
      ],
    },
    SendRawEmail: {
      authorizedActions: [
        {
          action: "ses:SendRawEmail",
          resource: mailFrom({ sender: "Source", senderArns: ["FromArn", "SourceArn"] }),
        },
      ],
      because: "mail is checked on the sender's identity, which is the address or its domain",
      see: "https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html",
      examples: [
        {
          input: { Source: "Shop <a@example.com>", ConfigurationSetName: "shop" },
          permits: [
            "ses:SendRawEmail arn:aws:ses:us-east-1:123456789012:configuration-set/shop + arn:aws:ses:us-east-1:123456789012:identity/a@example.com + arn:aws:ses:us-east-1:123456789012:identity/example.com",
          ],
        },
        {
          input: { SourceArn: "arn:aws:ses:us-east-1:111122223333:identity/example.com", Source: "a@example.com" },
          permits: ["ses:SendRawEmail arn:aws:ses:us-east-1:111122223333:identity/example.com"],
        },
      ],
    },
    SendTemplatedEmail: {
      authorizedActions: [
        {
          action: "ses:SendTemplatedEmail",
          resource: mailFrom({ sender: "Source", senderArns: ["SourceArn"], templates: ["TemplateArn", "Template"] }),
        },
      ],
      because: "mail is checked on the sender's identity, which is the address or its domain",
      see: "https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html",
      examples: [
        {
          input: { Source: "Shop <a@example.com>", ConfigurationSetName: "shop", Template: "hello" },
          permits: [
            "ses:SendTemplatedEmail arn:aws:ses:us-east-1:123456789012:configuration-set/shop + arn:aws:ses:us-east-1:123456789012:identity/a@example.com + arn:aws:ses:us-east-1:123456789012:identity/example.com + arn:aws:ses:us-east-1:123456789012:template/hello",
          ],
        },
        {
          input: {
            SourceArn: "arn:aws:ses:us-east-1:111122223333:identity/example.com",
            Source: "a@example.com",
            Template: "hello",
          },
          permits: [
            "ses:SendTemplatedEmail arn:aws:ses:us-east-1:111122223333:identity/example.com + arn:aws:ses:us-east-1:123456789012:template/hello",
          ],
        },
      ],
    },
    SendBulkTemplatedEmail: {
      authorizedActions: [
        {
          action: "ses:SendBulkTemplatedEmail",
          resource: mailFrom({ sender: "Source", senderArns: ["SourceArn"], templates: ["TemplateArn", "Template"] }),
        },
      ],
      because: "mail is checked on the sender's identity, which is the address or its domain",
      see: "https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html",
      examples: [
        {
          input: { Source: "Shop <a@example.com>", ConfigurationSetName: "shop", Template: "hello" },
          permits: [
            "ses:SendBulkTemplatedEmail arn:aws:ses:us-east-1:123456789012:configuration-set/shop + arn:aws:ses:us-east-1:123456789012:identity/a@example.com + arn:aws:ses:us-east-1:123456789012:identity/example.com + arn:aws:ses:us-east-1:123456789012:template/hello",
          ],
        },
        {
          input: {
            SourceArn: "arn:aws:ses:us-east-1:111122223333:identity/example.com",
            Source: "a@example.com",
            Template: "hello",
          },
          permits: [
            "ses:SendBulkTemplatedEmail arn:aws:ses:us-east-1:111122223333:identity/example.com + arn:aws:ses:us-east-1:123456789012:template/hello",
          ],
        },
      ],
    },
  },
});

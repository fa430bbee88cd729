/** Incident Manager's contacts: an escalation plan engages other contacts. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { arnIn, filled } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "SSM Contacts",
  operations: {
    CreateContact: {
      authorizedActions: [
        {
          action: "ssm-contacts:CreateContact",
          resource: filled("contact", { ContactAlias: member("Alias") }),
        },
        {
          action: "ssm-contacts:AssociateContact",
          resource: arnIn("Plan.Stages[].Targets[].ContactTargetInfo.ContactId"),
          when: whenMember("Plan.Stages[].Targets[].ContactTargetInfo.ContactId"),
          origin: "dependent",
          because: "the plan engages other contacts",
        },
      ],
      because: "contacts that an escalation plan engages are checked too",
      see: "https://docs.aws.amazon.com/incident-manager/latest/userguide/escalation.html",
      examples: [
        {
          input: {
            Alias: "lead",
            Type: "PERSONAL",
            Plan: {
              Stages: [
                {
                  Targets: [
                    { ContactTargetInfo: { ContactId: "arn:aws:ssm-contacts:us-east-1:123456789012:contact/ann" } },
                  ],
                },
              ],
            },
          },
          permits: [
            "ssm-contacts:CreateContact arn:aws:ssm-contacts:us-east-1:123456789012:contact/lead",
            "ssm-contacts:AssociateContact arn:aws:ssm-contacts:us-east-1:123456789012:contact/ann",
          ],
        },
        {
          input: { Alias: "lead", Type: "PERSONAL", Plan: { Stages: [] } },
          permits: ["ssm-contacts:CreateContact arn:aws:ssm-contacts:us-east-1:123456789012:contact/lead"],
        },
      ],
    },
    UpdateContact: {
      authorizedActions: [
        { action: "ssm-contacts:UpdateContact" },
        {
          action: "ssm-contacts:AssociateContact",
          resource: arnIn("Plan.Stages[].Targets[].ContactTargetInfo.ContactId"),
          when: whenMember("Plan.Stages[].Targets[].ContactTargetInfo.ContactId"),
          origin: "dependent",
          because: "the plan engages other contacts",
        },
      ],
      because: "contacts that an escalation plan engages are checked too",
      see: "https://docs.aws.amazon.com/incident-manager/latest/userguide/escalation.html",
      examples: [
        {
          input: {
            ContactId: "arn:aws:ssm-contacts:us-east-1:123456789012:contact/lead",
            Plan: {
              Stages: [
                {
                  Targets: [
                    { ContactTargetInfo: { ContactId: "arn:aws:ssm-contacts:us-east-1:123456789012:contact/ann" } },
                  ],
                },
              ],
            },
          },
          permits: [
            "ssm-contacts:UpdateContact arn:aws:ssm-contacts:us-east-1:123456789012:contact/lead",
            "ssm-contacts:AssociateContact arn:aws:ssm-contacts:us-east-1:123456789012:contact/ann",
          ],
        },
        {
          input: { ContactId: "arn:aws:ssm-contacts:us-east-1:123456789012:contact/lead", Plan: { Stages: [] } },
          permits: ["ssm-contacts:UpdateContact arn:aws:ssm-contacts:us-east-1:123456789012:contact/lead"],
        },
      ],
    },
  },
});

/** AWS Health: the organization's view lists its accounts. */
import { defineService, type OperationRule, type OperationRules } from "./define-service.ts";

const viewed = (operation: string): OperationRule => ({
  authorizedActions: [
    { action: `health:${operation}` },
    {
      action: "organizations:ListAccounts",
      origin: "dependent",
      because: "the view of an organization lists its accounts",
    },
  ],
  because: "the view of an organization lists its accounts",
  see: "https://docs.aws.amazon.com/health/latest/ug/security_iam_id-based-policy-examples.html",
  examples: [{ input: {}, permits: [`health:${operation} *`, "organizations:ListAccounts *"] }],
});

const OPERATIONS = [
  "DescribeAffectedAccountsForOrganization",
  "DescribeAffectedEntitiesForOrganization",
  "DescribeEntityAggregatesForOrganization",
  "DescribeEventDetailsForOrganization",
  "DescribeEventsForOrganization",
  "DescribeHealthServiceStatusForOrganization",
];

const rules: OperationRules = Object.fromEntries(OPERATIONS.map((operation) => [operation, viewed(operation)]));

export default defineService({ sdkId: "Health", operations: rules });

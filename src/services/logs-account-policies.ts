/** CloudWatch Logs: policies of the account need the action of the policy's own kind as well. */
import { operationRules } from "./define-service.ts";
import { whenMemberEquals } from "./rule-condition.ts";

export default operationRules({
  PutAccountPolicy: {
    authorizedActions: [
      { action: "logs:PutAccountPolicy" },
      {
        action: "logs:PutDataProtectionPolicy",
        when: whenMemberEquals("policyType", "DATA_PROTECTION_POLICY"),
        origin: "dependent",
      },
      {
        action: "logs:PutSubscriptionFilter",
        when: whenMemberEquals("policyType", "SUBSCRIPTION_FILTER_POLICY"),
        origin: "dependent",
      },
      {
        action: "logs:PutIndexPolicy",
        when: whenMemberEquals("policyType", "FIELD_INDEX_POLICY"),
        origin: "dependent",
      },
      {
        action: "logs:PutTransformer",
        when: whenMemberEquals("policyType", "TRANSFORMER_POLICY"),
        origin: "dependent",
      },
    ],
    because: "a policy of the account is also checked as the same policy of each log group",
    see: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutAccountPolicy.html",
    examples: [
      {
        input: { policyName: "all", policyType: "DATA_PROTECTION_POLICY" },
        permits: [
          "logs:PutAccountPolicy *",
          "logs:PutDataProtectionPolicy arn:aws:logs:us-east-1:123456789012:log-group:*:*",
        ],
      },
      {
        input: { policyName: "all", policyType: "SUBSCRIPTION_FILTER_POLICY" },
        permits: [
          "logs:PutAccountPolicy *",
          "logs:PutSubscriptionFilter arn:aws:logs:us-east-1:123456789012:log-group:*:*",
        ],
      },
      {
        input: { policyName: "all", policyType: "FIELD_INDEX_POLICY" },
        permits: ["logs:PutAccountPolicy *", "logs:PutIndexPolicy *"],
      },
      {
        input: { policyName: "all", policyType: "TRANSFORMER_POLICY" },
        permits: ["logs:PutAccountPolicy *", "logs:PutTransformer arn:aws:logs:us-east-1:123456789012:log-group:*:*"],
      },
    ],
  },
  DeleteAccountPolicy: {
    authorizedActions: [
      { action: "logs:DeleteAccountPolicy" },
      {
        action: "logs:DeleteDataProtectionPolicy",
        when: whenMemberEquals("policyType", "DATA_PROTECTION_POLICY"),
        origin: "dependent",
      },
      {
        action: "logs:DeleteSubscriptionFilter",
        when: whenMemberEquals("policyType", "SUBSCRIPTION_FILTER_POLICY"),
        origin: "dependent",
      },
      {
        action: "logs:DeleteIndexPolicy",
        when: whenMemberEquals("policyType", "FIELD_INDEX_POLICY"),
        origin: "dependent",
      },
      {
        action: "logs:DeleteTransformer",
        when: whenMemberEquals("policyType", "TRANSFORMER_POLICY"),
        origin: "dependent",
      },
    ],
    because: "a policy of the account is also checked as the same policy of each log group",
    see: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteAccountPolicy.html",
    examples: [
      {
        input: { policyName: "all", policyType: "DATA_PROTECTION_POLICY" },
        permits: [
          "logs:DeleteAccountPolicy *",
          "logs:DeleteDataProtectionPolicy arn:aws:logs:us-east-1:123456789012:log-group:*:*",
        ],
      },
      {
        input: { policyName: "all", policyType: "SUBSCRIPTION_FILTER_POLICY" },
        permits: [
          "logs:DeleteAccountPolicy *",
          "logs:DeleteSubscriptionFilter arn:aws:logs:us-east-1:123456789012:log-group:*:*",
        ],
      },
      {
        input: { policyName: "all", policyType: "FIELD_INDEX_POLICY" },
        permits: ["logs:DeleteAccountPolicy *", "logs:DeleteIndexPolicy *"],
      },
      {
        input: { policyName: "all", policyType: "TRANSFORMER_POLICY" },
        permits: [
          "logs:DeleteAccountPolicy *",
          "logs:DeleteTransformer arn:aws:logs:us-east-1:123456789012:log-group:*:*",
        ],
      },
    ],
  },
});

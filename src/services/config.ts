/** AWS Config: ARNs hold ids that AWS chooses, in the place of the names of requests or after them. */
import packs from "./config-packs.ts";
import { defineService } from "./define-service.ts";
import { knownByIdOnly } from "./known-by-id.ts";
import { eachOf, joined, type MemberPath, member, unknownPart } from "./rule-value.ts";

const SEE = "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsconfig.html";
const BECAUSE = "an id that AWS chooses follows the name";
const HERE = "arn:aws:config:us-east-1:123456789012";

const ITS_ID = unknownPart("*", "id-assigned-by-aws", "AWS adds an id to the name");

/** Names with an id after a hyphen. */
const withSuffix = (path: MemberPath) => joined(member(path), "-", ITS_ID);

export default defineService({
  sdkId: "Config Service",
  operations: packs,
  resources: {
    ...knownByIdOnly(
      {
        ConfigRule: {
          variable: "ConfigRuleId",
          members: ["ConfigRuleName", "ConfigRuleNames"],
          operation: "DeleteConfigRule",
          permit: `config:DeleteConfigRule ${HERE}:config-rule/*`,
        },
        ConfigurationAggregator: {
          variable: "AggregatorId",
          members: ["ConfigurationAggregatorName"],
          operation: "DeleteConfigurationAggregator",
          permit: `config:DeleteConfigurationAggregator ${HERE}:config-aggregator/*`,
        },
      },
      SEE,
    ),
    AggregationAuthorization: {
      filledBy: [{ AggregatorAccount: member("AuthorizedAccountId"), AggregatorRegion: member("AuthorizedAwsRegion") }],
      because: "an authorization is called by the account and the Region that it is for",
      see: SEE,
      examples: [
        {
          operation: "DeleteAggregationAuthorization",
          input: { AuthorizedAccountId: "111122223333", AuthorizedAwsRegion: "eu-west-1" },
          permits: [`config:DeleteAggregationAuthorization ${HERE}:aggregation-authorization/111122223333/eu-west-1`],
        },
      ],
    },
    ConfigurationRecorder: {
      filledBy: [
        {
          RecorderName: eachOf(
            member("ConfigurationRecorderName"),
            member("ConfigurationRecorderNames[]"),
            member("ConfigurationRecorder.name"),
          ),
          RecorderId: ITS_ID,
        },
      ],
      because: BECAUSE,
      see: SEE,
      examples: [
        {
          operation: "StartConfigurationRecorder",
          input: { ConfigurationRecorderName: "default" },
          permits: [`config:StartConfigurationRecorder ${HERE}:configuration-recorder/default/*`],
        },
        {
          operation: "PutConfigurationRecorder",
          input: { ConfigurationRecorder: { name: "default" } },
          permits: [`config:PutConfigurationRecorder ${HERE}:configuration-recorder/default/*`],
        },
      ],
    },
    OrganizationConfigRule: {
      filledBy: [{ OrganizationConfigRuleId: withSuffix("OrganizationConfigRuleName") }],
      because: BECAUSE,
      see: SEE,
      examples: [
        {
          operation: "DeleteOrganizationConfigRule",
          input: { OrganizationConfigRuleName: "a" },
          permits: [`config:DeleteOrganizationConfigRule ${HERE}:organization-config-rule/a-*`],
        },
      ],
    },
    OrganizationConformancePack: {
      filledBy: [{ OrganizationConformancePackId: withSuffix("OrganizationConformancePackName") }],
      because: BECAUSE,
      see: SEE,
      examples: [
        {
          operation: "DeleteOrganizationConformancePack",
          input: { OrganizationConformancePackName: "a" },
          permits: [`config:DeleteOrganizationConformancePack ${HERE}:organization-conformance-pack/a-*`],
        },
      ],
    },
    StoredQuery: {
      filledBy: [
        { StoredQueryName: eachOf(member("QueryName"), member("StoredQuery.QueryName")), StoredQueryId: ITS_ID },
      ],
      because: BECAUSE,
      see: SEE,
      examples: [
        {
          operation: "PutStoredQuery",
          input: { StoredQuery: { QueryName: "a" } },
          permits: [`config:PutStoredQuery ${HERE}:stored-query/a/*`],
        },
      ],
    },
  },
});

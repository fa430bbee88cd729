/** Amazon MSK: what a cluster, a connection or a replicator asks of the caller's network, keys and other clusters. */
import { inCallersNetwork } from "./callers-network.ts";
import { type AuthorizedAction, operationRules } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";
import { whenMember } from "./rule-condition.ts";
import { arnIn, bothOf, everyResource, filled, type ResourceRule } from "./rule-resource.ts";
import { matching, member, ofCall, unknownPart } from "./rule-value.ts";

const HERE = "arn:aws:kafka:us-east-1:123456789012";
const SEE =
  "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonmanagedstreamingforapachekafka.html";

const LOOKUPS = ["DescribeSecurityGroups", "DescribeSubnets", "DescribeVpcs"];
const ENDPOINT = ["CreateTags", "CreateVpcEndpoint", "DescribeVpcAttribute", "DescribeVpcEndpoints"];

const onAll = (...lists: readonly (readonly string[])[]): readonly string[] =>
  lists.flat().map((name) => `ec2:${name} *`);

const grantsKey = (path: string) => usesKey({ path, actions: ["CreateGrant", "DescribeKey"], via: "kafka" });

/** A connection's ARN says whose cluster it leads to. */
const NEW_CONNECTION = filled(
  "vpc-connection",
  matching(member("TargetClusterArn"), /:(?<ClusterOwnerAccount>\d+):cluster\/(?<ClusterName>[^/]+)\//, {
    also: {
      VpcOwnerAccount: ofCall("account"),
      Uuid: unknownPart("*", "id-assigned-by-aws", "the connection has no id before it is made"),
    },
  }),
);

const REPLICATED = "KafkaClusters[].AmazonMskCluster.MskClusterArn";

const ofReplicated = (name: string, resource: ResourceRule): AuthorizedAction => ({
  action: `kafka:${name}`,
  resource,
  when: whenMember(REPLICATED),
  origin: "dependent",
  because: "the clusters that the replicator joins are looked up",
});

export default operationRules({
  CreateCluster: {
    authorizedActions: [
      { action: "kafka:CreateCluster" },
      inCallersNetwork(LOOKUPS),
      ...grantsKey("EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId"),
    ],
    because: "a cluster stands in the caller's network, and may be granted the use of a key",
    see: SEE,
    examples: [
      {
        input: {
          ClusterName: "orders",
          EncryptionInfo: {
            EncryptionAtRest: { DataVolumeKMSKeyId: "arn:aws:kms:us-east-1:123456789012:key/1234abcd" },
          },
        },
        permits: [
          `kafka:CreateCluster ${HERE}:cluster/orders/*`,
          ...onAll(LOOKUPS),
          "kms:CreateGrant arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = kafka.us-east-1.amazonaws.com",
          "kms:DescribeKey arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = kafka.us-east-1.amazonaws.com",
        ],
      },
    ],
  },
  CreateClusterV2: {
    authorizedActions: [
      { action: "kafka:CreateClusterV2" },
      inCallersNetwork(LOOKUPS),
      inCallersNetwork(ENDPOINT, whenMember("Serverless")),
      ...grantsKey("Provisioned.EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId"),
    ],
    because: "a cluster stands in the caller's network; a Serverless one is reached by an endpoint there",
    see: SEE,
    examples: [
      {
        input: { ClusterName: "orders", Provisioned: { KafkaVersion: "3.8.x" } },
        permits: [`kafka:CreateClusterV2 ${HERE}:cluster/orders/*`, ...onAll(LOOKUPS)],
      },
      {
        input: { ClusterName: "orders", Serverless: { VpcConfigs: [{ SubnetIds: ["subnet-1"] }] } },
        permits: [`kafka:CreateClusterV2 ${HERE}:cluster/orders/*`, ...onAll(LOOKUPS, ENDPOINT)],
      },
    ],
  },
  CreateVpcConnection: {
    authorizedActions: [
      { action: "kafka:CreateVpcConnection", resource: bothOf(arnIn("TargetClusterArn"), NEW_CONNECTION) },
      inCallersNetwork([...LOOKUPS, ...ENDPOINT]),
    ],
    because: "a connection is an endpoint in the caller's network",
    see: SEE,
    examples: [
      {
        input: { TargetClusterArn: `${HERE}:cluster/orders/1-2`, VpcId: "vpc-1", Authentication: "SASL_IAM" },
        permits: [
          `kafka:CreateVpcConnection ${HERE}:cluster/orders/1-2`,
          `kafka:CreateVpcConnection ${HERE}:vpc-connection/123456789012/orders/*`,
          ...onAll(LOOKUPS, ENDPOINT),
        ],
      },
    ],
  },
  CreateReplicator: {
    authorizedActions: [
      { action: "kafka:CreateReplicator" },
      ofReplicated("DescribeClusterV2", arnIn(REPLICATED)),
      ofReplicated("GetBootstrapBrokers", everyResource),
      inCallersNetwork(LOOKUPS),
    ],
    because: "a replicator looks up the clusters that it joins, and their networks",
    see: SEE,
    examples: [
      {
        input: {
          ReplicatorName: "copy",
          KafkaClusters: [{ AmazonMskCluster: { MskClusterArn: `${HERE}:cluster/orders/1-2` } }],
        },
        permits: [
          `kafka:CreateReplicator ${HERE}:replicator/copy/*`,
          `kafka:DescribeClusterV2 ${HERE}:cluster/orders/1-2`,
          "kafka:GetBootstrapBrokers *",
          ...onAll(LOOKUPS),
        ],
      },
    ],
  },
});

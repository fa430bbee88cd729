/** Amazon EKS: what ARNs hold beside names; nodes get their role by an access entry, which clusters with nodes of their own make. */
import { type AuthorizedAction, defineService, type OperationRule } from "./define-service.ts";
import { allOf, whenMember, whenMemberEquals, whenMemberMatches } from "./rule-condition.ts";
import { arnIn, filled, namedIn } from "./rule-resource.ts";
import { matching, member, unknownPart } from "./rule-value.ts";

const CLUSTER = "arn:aws:eks:us-east-1:123456789012:cluster/prod";
const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd";
const NODES = "arn:aws:iam::123456789012:role/nodes";

/** No page tells whether EKS calls KMS in the caller's name, so no condition says it. */
const ENCRYPTS: AuthorizedAction = {
  action: ["kms:CreateGrant", "kms:DescribeKey"],
  resource: arnIn("encryptionConfig[].provider.keyArn"),
  when: whenMemberMatches("encryptionConfig[].provider.keyArn", /:key\//),
  origin: "forward-access",
  because: "secrets of the cluster are encrypted under the key, whose use is granted to it",
};

/** `on`: what the operation itself is on. */
const withNodes = (operation: string, on: string): OperationRule => ({
  authorizedActions: [
    { action: `eks:${operation}` },
    {
      action: "eks:CreateAccessEntry",
      resource: filled("cluster", { ClusterName: member("name") }),
      when: whenMember("computeConfig.nodeRoleArn"),
      origin: "dependent",
      because: "the role of the nodes that EKS runs gets an access entry",
    },
  ],
  because: "nodes that EKS runs by itself get access to the cluster with their role",
  see: "https://docs.aws.amazon.com/eks/latest/userguide/auto-cluster-iam-role.html",
  examples: [
    {
      input: { name: "prod", computeConfig: { enabled: true, nodeRoleArn: NODES } },
      permits: [
        `eks:${operation} ${on}`,
        `eks:CreateAccessEntry ${CLUSTER}`,
        `iam:PassRole ${NODES} if iam:PassedToService = ec2.amazonaws.com`,
      ],
    },
    { input: { name: "prod" }, permits: [`eks:${operation} ${on}`] },
  ],
});

const ITS_ID = unknownPart("*", "id-assigned-by-aws", "AWS adds an id to the name");

/** Updates are those of a cluster, or of what the request names in it. */
const ofPart = (operation: string): OperationRule => ({
  authorizedActions: [
    { action: `eks:${operation}`, resource: namedIn("cluster", "ClusterName", "name") },
    {
      action: `eks:${operation}`,
      resource: filled("nodegroup", {
        ClusterName: member("name"),
        NodegroupName: member("nodegroupName"),
        UUID: ITS_ID,
      }),
      when: whenMember("nodegroupName"),
    },
    {
      action: `eks:${operation}`,
      resource: filled("addon", { ClusterName: member("name"), AddonName: member("addonName"), UUID: ITS_ID }),
      when: whenMember("addonName"),
    },
    {
      action: `eks:${operation}`,
      resource: filled("capability", {
        ClusterName: member("name"),
        CapabilityType: unknownPart("*", "no-resource-in-input", "a name does not tell the type of its capability"),
        CapabilityName: member("capabilityName"),
        UUID: ITS_ID,
      }),
      when: whenMember("capabilityName"),
    },
  ],
  because: "updates may be those of a node group, an add-on or a capability",
  see: `https://docs.aws.amazon.com/eks/latest/APIReference/API_${operation}.html`,
  examples: [
    { input: { name: "prod", updateId: "u" }, permits: [`eks:${operation} ${CLUSTER}`] },
    {
      input: { name: "prod", updateId: "u", nodegroupName: "n" },
      permits: [
        `eks:${operation} ${CLUSTER}`,
        `eks:${operation} arn:aws:eks:us-east-1:123456789012:nodegroup/prod/n/*`,
      ],
    },
  ],
});

export default defineService({
  sdkId: "EKS",
  resources: {
    "access-entry": {
      filledBy: [
        matching(
          member("principalArn"),
          /^arn:[^:]+:iam::(?<IamIdentityAccountID>\d{12}):(?<IamIdentityType>role|user)\/(?<IamIdentityName>[^/]+)$/,
          { also: { ClusterName: member("clusterName"), UUID: ITS_ID } },
        ),
        matching(
          member("principalArn"),
          /^arn:[^:]+:iam::(?<IamIdentityAccountID>\d{12}):(?<IamIdentityType>role|user)\//,
          {
            also: {
              ClusterName: member("clusterName"),
              IamIdentityName: unknownPart("*", "no-resource-in-input", "how an entry writes a path is not known"),
              UUID: ITS_ID,
            },
          },
        ),
      ],
      because: "the ARN of an access entry names whom it lets in",
      see: "https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html",
      examples: [
        {
          operation: "DeleteAccessEntry",
          input: { clusterName: "prod", principalArn: NODES },
          permits: [
            "eks:DeleteAccessEntry arn:aws:eks:us-east-1:123456789012:access-entry/prod/role/123456789012/nodes/*",
          ],
        },
      ],
    },
    identityproviderconfig: {
      filledBy: [
        {
          ClusterName: member("clusterName"),
          IdentityProviderType: member("identityProviderConfig.type"),
          IdentityProviderConfigName: member("identityProviderConfig.name"),
          UUID: ITS_ID,
        },
        {
          ClusterName: member("clusterName"),
          IdentityProviderType: "oidc",
          IdentityProviderConfigName: member("oidc.identityProviderConfigName"),
          UUID: ITS_ID,
        },
      ],
      because: "a provider's configuration is named inside of what describes it, and the only type is `oidc`",
      see: "https://docs.aws.amazon.com/eks/latest/APIReference/API_DescribeIdentityProviderConfig.html",
      examples: [
        {
          operation: "DescribeIdentityProviderConfig",
          input: { clusterName: "prod", identityProviderConfig: { type: "oidc", name: "okta" } },
          permits: [
            "eks:DescribeIdentityProviderConfig arn:aws:eks:us-east-1:123456789012:identityproviderconfig/prod/oidc/okta/*",
          ],
        },
        {
          operation: "AssociateIdentityProviderConfig",
          input: { clusterName: "prod", oidc: { identityProviderConfigName: "okta" }, tags: { team: "a" } },
          permits: [
            `eks:AssociateIdentityProviderConfig ${CLUSTER}`,
            "eks:TagResource arn:aws:eks:us-east-1:123456789012:identityproviderconfig/prod/oidc/okta/*",
          ],
        },
      ],
    },
    podidentityassociation: {
      filledBy: [{ ClusterName: member("clusterName"), UUID: member("associationId") }],
      because: "the ARN of an association ends in its id",
      see: "https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html",
      examples: [
        {
          operation: "DescribePodIdentityAssociation",
          input: { clusterName: "prod", associationId: "a-0123" },
          permits: [
            "eks:DescribePodIdentityAssociation arn:aws:eks:us-east-1:123456789012:podidentityassociation/prod/a-0123",
          ],
        },
      ],
    },
  },
  operations: {
    DescribeUpdate: ofPart("DescribeUpdate"),
    ListUpdates: ofPart("ListUpdates"),
    CreateCluster: withNodes("CreateCluster", "*"),
    UpdateClusterConfig: withNodes("UpdateClusterConfig", CLUSTER),
    CreateAccessEntry: {
      authorizedActions: [
        { action: "eks:CreateAccessEntry" },
        {
          action: "iam:PassRole",
          resource: arnIn("principalArn"),
          when: allOf(
            whenMemberEquals("type", "EC2", "EC2_LINUX", "EC2_WINDOWS", "HYBRID_LINUX", "HYPERPOD_LINUX"),
            whenMemberMatches("principalArn", /:role\//),
          ),
          conditions: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
          origin: "pass-role",
          because: "the entry lets nodes act with the role",
        },
      ],
      because: "an entry for nodes passes their role, one for people or programs names who they are",
      see: "https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html",
      examples: [
        {
          input: { clusterName: "prod", principalArn: NODES, type: "EC2_LINUX" },
          permits: [
            `eks:CreateAccessEntry ${CLUSTER}`,
            `iam:PassRole ${NODES} if iam:PassedToService = ec2.amazonaws.com`,
          ],
        },
        { input: { clusterName: "prod", principalArn: NODES }, permits: [`eks:CreateAccessEntry ${CLUSTER}`] },
      ],
    },
  },
  besides: [
    {
      authorizedActions: [ENCRYPTS],
      because: "secrets of a cluster may be encrypted under a key of the account",
      see: "https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html",
      examples: [
        {
          operation: "AssociateEncryptionConfig",
          input: { clusterName: "prod", encryptionConfig: [{ resources: ["secrets"], provider: { keyArn: KEY } }] },
          permits: [`eks:AssociateEncryptionConfig ${CLUSTER}`, `kms:CreateGrant ${KEY}`, `kms:DescribeKey ${KEY}`],
        },
        {
          operation: "AssociateEncryptionConfig",
          input: { clusterName: "prod" },
          permits: [`eks:AssociateEncryptionConfig ${CLUSTER}`],
        },
      ],
    },
  ],
});

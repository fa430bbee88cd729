/** Amazon VPC Lattice: logs are delivered, and networks looked up, with the caller's permissions. */
import { inCallersNetwork } from "./callers-network.ts";
import { type AuthorizedAction, operationRules } from "./define-service.ts";
import { bothOf, either, everyResource, filled, newResource } from "./rule-resource.ts";
import { captured, member } from "./rule-value.ts";

const HERE = "arn:aws:vpc-lattice:us-east-1:123456789012";
const SEE = "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonvpclatticeservices.html";
const LOGS = "https://docs.aws.amazon.com/vpc-lattice/latest/ug/monitoring-access-logs.html";

/** `actions`: of CloudWatch Logs, without prefix. */
const delivers = (...actions: readonly string[]): AuthorizedAction => ({
  action: actions.map((name) => `logs:${name}`),
  resource: everyResource,
  origin: "forward-access",
  because: "CloudWatch Logs is asked for the delivery of the logs",
});

/** Of an id, or of an ARN that ends in it. */
const ID = /([^/]+)$/;

const ONE = { accessLogSubscriptionIdentifier: "als-1" };
const ITS_ARN = `${HERE}:accesslogsubscription/als-1`;
const IN_LOGS = "logs are delivered by CloudWatch Logs";

/** What the configuration of a resource names beside itself. */
const NAMED_BY_CONFIGURATION = bothOf(
  filled("ResourceGateway", { ResourceGatewayId: captured(member("resourceGatewayIdentifier"), ID) }),
  filled("DomainVerification", { DomainVerificationId: captured(member("domainVerificationIdentifier"), ID) }),
  filled("ResourceConfiguration", {
    ResourceConfigurationId: captured(member("resourceConfigurationGroupIdentifier"), ID),
  }),
);

export default operationRules({
  CreateResourceConfiguration: {
    authorizedActions: [
      {
        action: "vpc-lattice:CreateResourceConfiguration",
        resource: either(NAMED_BY_CONFIGURATION, newResource("ResourceConfiguration")),
      },
    ],
    because: "a configuration may name a gateway, a verified domain and the group that it joins",
    see: "https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_CreateResourceConfiguration.html",
    examples: [
      {
        input: { name: "db", resourceGatewayIdentifier: "rgw-1", domainVerificationIdentifier: "dv-1" },
        permits: [
          `vpc-lattice:CreateResourceConfiguration ${HERE}:domainverification/dv-1 + ${HERE}:resourcegateway/rgw-1`,
        ],
      },
      {
        input: { name: "group", type: "GROUP" },
        permits: [`vpc-lattice:CreateResourceConfiguration ${HERE}:resourceconfiguration/*`],
      },
    ],
  },
  CreateAccessLogSubscription: {
    authorizedActions: [
      { action: "vpc-lattice:CreateAccessLogSubscription" },
      delivers("CreateLogDelivery", "GetLogDelivery"),
    ],
    because: IN_LOGS,
    see: LOGS,
    examples: [
      {
        input: { resourceIdentifier: `${HERE}:service/svc-1`, destinationArn: "arn:aws:s3:::logs" },
        permits: [
          `vpc-lattice:CreateAccessLogSubscription ${HERE}:accesslogsubscription/*`,
          `vpc-lattice:CreateAccessLogSubscription ${HERE}:service/svc-1`,
          "logs:CreateLogDelivery *",
          "logs:GetLogDelivery *",
        ],
      },
    ],
  },
  UpdateAccessLogSubscription: {
    authorizedActions: [
      { action: "vpc-lattice:UpdateAccessLogSubscription" },
      delivers("GetLogDelivery", "UpdateLogDelivery"),
    ],
    because: IN_LOGS,
    see: LOGS,
    examples: [
      {
        input: ONE,
        permits: [
          `vpc-lattice:UpdateAccessLogSubscription ${ITS_ARN}`,
          "logs:GetLogDelivery *",
          "logs:UpdateLogDelivery *",
        ],
      },
    ],
  },
  GetAccessLogSubscription: {
    authorizedActions: [{ action: "vpc-lattice:GetAccessLogSubscription" }, delivers("GetLogDelivery")],
    because: IN_LOGS,
    see: LOGS,
    examples: [{ input: ONE, permits: [`vpc-lattice:GetAccessLogSubscription ${ITS_ARN}`, "logs:GetLogDelivery *"] }],
  },
  DeleteAccessLogSubscription: {
    authorizedActions: [
      { action: "vpc-lattice:DeleteAccessLogSubscription" },
      delivers("DeleteLogDelivery", "GetLogDelivery"),
    ],
    because: IN_LOGS,
    see: LOGS,
    examples: [
      {
        input: ONE,
        permits: [
          `vpc-lattice:DeleteAccessLogSubscription ${ITS_ARN}`,
          "logs:DeleteLogDelivery *",
          "logs:GetLogDelivery *",
        ],
      },
    ],
  },
  CreateServiceNetworkVpcAssociation: {
    authorizedActions: [
      { action: "vpc-lattice:CreateServiceNetworkVpcAssociation" },
      inCallersNetwork(["DescribeVpcs"]),
    ],
    because: "the VPC that the association names is looked up",
    see: SEE,
    examples: [
      {
        input: { serviceNetworkIdentifier: "sn-1", vpcIdentifier: "vpc-1" },
        permits: [
          `vpc-lattice:CreateServiceNetworkVpcAssociation ${HERE}:servicenetwork/sn-1`,
          `vpc-lattice:CreateServiceNetworkVpcAssociation ${HERE}:servicenetworkvpcassociation/*`,
          "ec2:DescribeVpcs *",
        ],
      },
    ],
  },
  CreateResourceGateway: {
    authorizedActions: [
      { action: "vpc-lattice:CreateResourceGateway" },
      inCallersNetwork(["DescribeSecurityGroups", "DescribeSubnets", "DescribeVpcs"]),
    ],
    because: "the network that the gateway stands in is looked up",
    see: SEE,
    examples: [
      {
        input: { name: "data", vpcIdentifier: "vpc-1", subnetIds: ["subnet-1"] },
        permits: [
          `vpc-lattice:CreateResourceGateway ${HERE}:resourcegateway/*`,
          "ec2:DescribeSecurityGroups *",
          "ec2:DescribeSubnets *",
          "ec2:DescribeVpcs *",
        ],
      },
    ],
  },
});

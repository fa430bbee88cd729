/** Amazon VPC Lattice: logs are delivered, and networks looked up, with the caller's permissions. */
import { inCallersNetwork } from "./callers-network.ts";
import { type AuthorizedAction, operationRules } from "./define-service.ts";
import { everyResource } from "./rule-resource.ts";

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

const ONE = { accessLogSubscriptionIdentifier: "als-1" };
const ITS_ARN = `${HERE}:accesslogsubscription/als-1`;
const IN_LOGS = "logs are delivered by CloudWatch Logs";

export default operationRules({
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

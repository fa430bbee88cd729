/** Amazon MQ: a broker stands in the caller's network, and its interfaces are made with the caller's permissions. */
import { inCallersNetwork } from "./callers-network.ts";
import { defineService } from "./define-service.ts";

const LOOKUPS = [
  "DescribeInternetGateways",
  "DescribeNetworkInterfacePermissions",
  "DescribeNetworkInterfaces",
  "DescribeRouteTables",
  "DescribeSecurityGroups",
  "DescribeSubnets",
  "DescribeVpcs",
];
const CREATIONS = ["CreateNetworkInterface", "CreateNetworkInterfacePermission", ...LOOKUPS];
const DELETIONS = ["DeleteNetworkInterface", "DeleteNetworkInterfacePermission", "DetachNetworkInterface"];

const onAll = (actions: readonly string[]): readonly string[] => actions.map((name) => `ec2:${name} *`);

export default defineService({
  sdkId: "mq",
  operations: {
    CreateBroker: {
      authorizedActions: [{ action: "mq:CreateBroker" }, inCallersNetwork(CREATIONS)],
      because: "a broker gets interfaces in the caller's network",
      see: "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-api-authentication-authorization.html",
      examples: [
        {
          input: { BrokerName: "orders", EngineType: "ACTIVEMQ" },
          permits: ["mq:CreateBroker *", ...onAll(CREATIONS)],
        },
      ],
    },
    DeleteBroker: {
      authorizedActions: [{ action: "mq:DeleteBroker" }, inCallersNetwork(DELETIONS)],
      because: "the interfaces of the broker are taken away",
      see: "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-api-authentication-authorization.html",
      examples: [
        {
          input: { BrokerId: "b-1" },
          permits: ["mq:DeleteBroker arn:aws:mq:us-east-1:123456789012:broker:*:b-1", ...onAll(DELETIONS)],
        },
      ],
    },
  },
});

/** Amazon VPC Lattice: batches, and resources that are given by id or by ARN of either kind. */
import { authorizedAs, defineService } from "./define-service.ts";
import { either, filled } from "./rule-resource.ts";
import { captured, member } from "./rule-value.ts";
import sources from "./vpc-lattice-sources.ts";

export default defineService({
  sdkId: "VPC Lattice",
  operations: {
    ...sources,
    BatchUpdateRule: {
      authorizedActions: [
        {
          action: "vpc-lattice:UpdateRule",
          resource: filled("Rule", {
            ServiceId: captured(member("serviceIdentifier"), /(?:^|\/)([^/]+)$/),
            ListenerId: captured(member("listenerIdentifier"), /(?:^|\/)([^/]+)$/),
            RuleId: captured(member("rules[].ruleIdentifier"), /(?:^|\/)([^/]+)$/),
          }),
        },
      ],
      because: "a batch is authorized as the update of each rule",
      see: "https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_BatchUpdateRule.html",
      examples: [
        {
          input: {
            serviceIdentifier: "svc-1",
            listenerIdentifier: "listener-1",
            rules: [{ ruleIdentifier: "rule-1" }, { ruleIdentifier: "rule-2" }],
          },
          permits: [
            "vpc-lattice:UpdateRule arn:aws:vpc-lattice:us-east-1:123456789012:service/svc-1/listener/listener-1/rule/rule-1 + arn:aws:vpc-lattice:us-east-1:123456789012:service/svc-1/listener/listener-1/rule/rule-2",
          ],
        },
      ],
    },
    ...authorizedAs(
      { GetAuthPolicy: "GetAuthPolicy", PutAuthPolicy: "PutAuthPolicy", DeleteAuthPolicy: "DeleteAuthPolicy" },
      {
        servicePrefix: "vpc-lattice",
        resource: either(
          filled("Service", { ServiceId: captured(member("resourceIdentifier"), /^(svc-.+|arn:.+:service\/.+)$/) }),
          filled("ServiceNetwork", {
            ServiceNetworkId: captured(member("resourceIdentifier"), /^(sn-.+|arn:.+:servicenetwork\/.+)$/),
          }),
        ),
        because: "an auth policy belongs to a service or a service network, which its id tells",
        see: "https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_PutAuthPolicy.html",
        example: {
          input: { resourceIdentifier: "sn-1" },
          on: "arn:aws:vpc-lattice:us-east-1:123456789012:servicenetwork/sn-1",
        },
      },
    ),
  },
});

/** AWS Elastic Beanstalk: ARNs of environments hold names, requests may give ids instead, and seldom the application. */
import { defineService } from "./define-service.ts";
import { anyOf, whenMember } from "./rule-condition.ts";
import { eachOf, fillWhen, firstOf, member, unknownPart } from "./rule-value.ts";

const HERE = "arn:aws:elasticbeanstalk:us-east-1:123456789012";

const ITS_APPLICATION = firstOf(
  member("ApplicationName"),
  unknownPart("*", "no-resource-in-input", "ApplicationName of environment"),
);

export default defineService({
  sdkId: "Elastic Beanstalk",
  resources: {
    environment: {
      filledBy: [
        {
          ApplicationName: ITS_APPLICATION,
          EnvironmentName: eachOf(
            member("EnvironmentName"),
            member("EnvironmentNames[]"),
            member("SourceEnvironmentName"),
            member("DestinationEnvironmentName"),
          ),
        },
        fillWhen(anyOf(whenMember("EnvironmentId"), whenMember("EnvironmentIds"), whenMember("SourceEnvironmentId")), {
          ApplicationName: ITS_APPLICATION,
          EnvironmentName: unknownPart("*", "no-resource-in-input", "an id does not tell the environment's name"),
        }),
      ],
      because: "an environment is authorized by its name, which its id does not tell",
      see: "https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.iam.policies.arn.html",
      examples: [
        {
          operation: "SwapEnvironmentCNAMEs",
          input: { SourceEnvironmentName: "blue", DestinationEnvironmentName: "green" },
          permits: [`elasticbeanstalk:SwapEnvironmentCNAMEs ${HERE}:environment/*/blue + ${HERE}:environment/*/green`],
        },
        {
          operation: "DescribeEnvironments",
          input: { ApplicationName: "shop", EnvironmentIds: ["e-0123456789"] },
          permits: [`elasticbeanstalk:DescribeEnvironments ${HERE}:environment/shop/*`],
        },
        {
          operation: "RebuildEnvironment",
          input: { EnvironmentId: "e-0123456789" },
          permits: [`elasticbeanstalk:RebuildEnvironment ${HERE}:environment/*/*`],
        },
      ],
    },
  },
});

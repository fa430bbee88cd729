/** Application Auto Scaling: a scalable target has an id of its own; what it scales are condition keys. */
import { defineService, type OperationRule, type OperationRules } from "./define-service.ts";
import { filled } from "./rule-resource.ts";
import { member, unknownPart } from "./rule-value.ts";

const ANY_TARGET = filled("ScalableTarget", {
  ResourceId: unknownPart("*", "no-resource-in-input", "what is scaled does not tell the id of its scalable target"),
});

const onTarget = (operation: string): OperationRule => ({
  authorizedActions: [
    {
      action: `application-autoscaling:${operation}`,
      resource: ANY_TARGET,
      conditions: {
        StringEquals: {
          "application-autoscaling:service-namespace": member("ServiceNamespace"),
          "application-autoscaling:scalable-dimension": member("ScalableDimension"),
        },
      },
    },
  ],
  because: "a scalable target is known by an id that no request tells, and by condition keys",
  see: "https://docs.aws.amazon.com/autoscaling/application/userguide/security_iam_service-with-iam.html",
  examples: [
    {
      input: {
        ServiceNamespace: "ecs",
        ResourceId: "service/prod/web",
        ScalableDimension: "ecs:service:DesiredCount",
      },
      permits: [
        `application-autoscaling:${operation} arn:aws:application-autoscaling:us-east-1:123456789012:scalable-target/* if application-autoscaling:scalable-dimension = ecs:service:DesiredCount if application-autoscaling:service-namespace = ecs`,
      ],
    },
  ],
});

const OPERATIONS = [
  "DeleteScalingPolicy",
  "DeleteScheduledAction",
  "DeregisterScalableTarget",
  "PutScalingPolicy",
  "PutScheduledAction",
  "RegisterScalableTarget",
];

const operations: OperationRules = Object.fromEntries(OPERATIONS.map((operation) => [operation, onTarget(operation)]));

export default defineService({ sdkId: "Application Auto Scaling", operations });

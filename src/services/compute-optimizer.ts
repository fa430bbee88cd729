/** AWS Compute Optimizer: recommendations are told only to who may see what they are about. */
import { defineService, type OperationRule, type OperationRules } from "./define-service.ts";
import { everyResource } from "./rule-resource.ts";

/** What each kind of recommendation is about. */
const SEEN: Readonly<Record<string, readonly [string, ...string[]]>> = {
  AutoScalingGroup: ["autoscaling:DescribeAutoScalingGroups"],
  EBSVolume: ["ec2:DescribeVolumes"],
  EC2Instance: ["ec2:DescribeInstances"],
  ECSService: ["ecs:ListClusters", "ecs:ListServices"],
  LambdaFunction: ["lambda:ListFunctions", "lambda:ListProvisionedConcurrencyConfigs"],
  License: ["ec2:DescribeInstances"],
  RDSDatabase: ["rds:DescribeDBClusters", "rds:DescribeDBInstances"],
};

const rule = (operation: string, dependent: readonly string[]): OperationRule => ({
  authorizedActions: [
    { action: `compute-optimizer:${operation}` },
    {
      action: dependent,
      resource: everyResource,
      origin: "dependent",
      because: "recommendations are told to who may see what they are about",
    },
  ],
  because: "recommendations are told to who may see what they are about",
  see: "https://docs.aws.amazon.com/compute-optimizer/latest/ug/security-iam.html",
  examples: [{ input: {}, permits: [`compute-optimizer:${operation} *`, ...dependent.map((action) => `${action} *`)] }],
});

const ofKinds: OperationRules = Object.fromEntries(
  Object.entries(SEEN).flatMap(([kind, seen]): [string, OperationRule][] => {
    const [reads, exports] = [`Get${kind}Recommendations`, `Export${kind}Recommendations`];
    return [
      [reads, rule(reads, seen)],
      [exports, rule(exports, [`compute-optimizer:${reads}`, ...seen])],
    ];
  }),
);

export default defineService({
  sdkId: "Compute Optimizer",
  operations: {
    ...ofKinds,
    GetEC2RecommendationProjectedMetrics: rule("GetEC2RecommendationProjectedMetrics", ["ec2:DescribeInstances"]),
    GetRDSDatabaseRecommendationProjectedMetrics: rule("GetRDSDatabaseRecommendationProjectedMetrics", [
      "rds:DescribeDBInstances",
    ]),
    GetEnrollmentStatusesForOrganization: rule("GetEnrollmentStatusesForOrganization", ["organizations:ListAccounts"]),
    ExportIdleRecommendations: rule("ExportIdleRecommendations", ["compute-optimizer:GetIdleRecommendations"]),
  },
});

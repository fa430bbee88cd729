/** Amazon SageMaker: members that are called otherwise than the variables of their ARNs, and edges between two resources. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { arnFrom, arnIn, filled, newResource, typed } from "./rule-resource.ts";
import { eachOf, member } from "./rule-value.ts";
import { SAGEMAKER_KEYS } from "./sagemaker-keys.ts";
import { NAMES_IN_BOTH_CASES } from "./sagemaker-names.ts";
import setups from "./sagemaker-setups.ts";

export default defineService({
  sdkId: "SageMaker",
  resources: {
    ...NAMES_IN_BOTH_CASES,
    "inference-recommendations-job": {
      filledBy: [{ InferenceRecommendationsJobName: member("JobName") }],
      because: "the job is called `JobName` in its own operations",
      see: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeInferenceRecommendationsJob.html",
      examples: [
        {
          operation: "StopInferenceRecommendationsJob",
          input: { JobName: "j" },
          permits: [
            "sagemaker:StopInferenceRecommendationsJob arn:aws:sagemaker:us-east-1:123456789012:inference-recommendations-job/j",
          ],
        },
      ],
    },
    "monitoring-schedule-alert": {
      filledBy: [
        {
          MonitoringScheduleName: member("MonitoringScheduleName"),
          MonitoringScheduleAlertName: member("MonitoringAlertName"),
        },
      ],
      because: "an alert belongs to a schedule",
      see: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UpdateMonitoringAlert.html",
      examples: [
        {
          operation: "UpdateMonitoringAlert",
          input: { MonitoringScheduleName: "s", MonitoringAlertName: "a" },
          permits: [
            "sagemaker:UpdateMonitoringAlert arn:aws:sagemaker:us-east-1:123456789012:monitoring-schedule/s + arn:aws:sagemaker:us-east-1:123456789012:monitoring-schedule/s/alert/a",
          ],
        },
      ],
    },
  },
  besides: SAGEMAKER_KEYS,
  operations: {
    ...setups,
    ...Object.fromEntries(
      ["AddAssociation", "DeleteAssociation"].map((operation) => [
        operation,
        {
          authorizedActions: [
            {
              action: `sagemaker:${operation}`,
              resource: arnFrom(eachOf(member("SourceArn"), member("DestinationArn"))),
            },
          ],
          because: "the edge is authorized on both of its ends, of whatever kind they are",
          see: `https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_${operation}.html`,
          examples: [
            {
              input: {
                SourceArn: "arn:aws:sagemaker:us-east-1:123456789012:artifact/a",
                DestinationArn: "arn:aws:sagemaker:us-east-1:123456789012:context/c",
              },
              permits: [
                `sagemaker:${operation} arn:aws:sagemaker:us-east-1:123456789012:artifact/a + arn:aws:sagemaker:us-east-1:123456789012:context/c`,
              ],
            },
          ],
        } as const,
      ]),
    ),
    CreateTrainingPlan: {
      authorizedActions: [
        { action: "sagemaker:CreateTrainingPlan" },
        {
          action: "sagemaker:CreateReservedCapacity",
          resource: newResource("reserved-capacity"),
          origin: "dependent",
          because: "a plan reserves capacity",
        },
        {
          action: "sagemaker:AddTags",
          resource: typed("training-plan"),
          when: whenMember("Tags"),
          origin: "dependent",
          because: "the new plan is tagged",
        },
      ],
      because: "a plan and the capacity that it reserves have actions of their own",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
      examples: [
        {
          input: { TrainingPlanName: "p", TrainingPlanOfferingId: "o" },
          permits: [
            "sagemaker:CreateTrainingPlan arn:aws:sagemaker:us-east-1:123456789012:training-plan/p",
            "sagemaker:CreateReservedCapacity arn:aws:sagemaker:us-east-1:123456789012:reserved-capacity/*",
          ],
        },
      ],
    },
    UpdatePartnerApp: {
      authorizedActions: [
        { action: "sagemaker:UpdatePartnerApp" },
        {
          action: "sagemaker:AddTags",
          resource: arnIn("Arn"),
          when: whenMember("Tags"),
          origin: "dependent",
          because: "the app is tagged",
        },
      ],
      because: "an app may be tagged with its update",
      see: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UpdatePartnerApp.html",
      examples: [
        {
          input: {
            Arn: "arn:aws:sagemaker:us-east-1:123456789012:partner-app/app-1",
            Tags: [{ Key: "a", Value: "b" }],
          },
          permits: [
            "sagemaker:UpdatePartnerApp arn:aws:sagemaker:us-east-1:123456789012:partner-app/app-1",
            "sagemaker:AddTags arn:aws:sagemaker:us-east-1:123456789012:partner-app/app-1",
          ],
        },
      ],
    },
    DisassociateTrialComponent: {
      authorizedActions: [
        {
          action: "sagemaker:DisassociateTrialComponent",
          resource: filled("experiment-trial", { TrialName: member("TrialName") }),
        },
        {
          action: "sagemaker:DisassociateTrialComponent",
          resource: filled("experiment-trial-component", { TrialComponentName: member("TrialComponentName") }),
        },
      ],
      because: "a component is taken from a trial; the request names no job",
      see: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DisassociateTrialComponent.html",
      examples: [
        {
          input: { TrialName: "t", TrialComponentName: "c" },
          permits: [
            "sagemaker:DisassociateTrialComponent arn:aws:sagemaker:us-east-1:123456789012:experiment-trial-component/c + arn:aws:sagemaker:us-east-1:123456789012:experiment-trial/t",
          ],
        },
      ],
    },
  },
});

/** Amazon EventBridge Scheduler: schedules stand below their group, which is `default` where none is named. */
import { defineService } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";
import { filled } from "./rule-resource.ts";
import { firstOf, member, verbatim } from "./rule-value.ts";

export default defineService({
  sdkId: "Scheduler",
  resources: {
    schedule: {
      filledBy: [{ GroupName: firstOf(member("GroupName"), "default"), ScheduleName: member("Name") }],
      because: "a schedule without a group belongs to the default one",
      see: "https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-group.html",
      examples: [
        {
          operation: "GetSchedule",
          input: { Name: "nightly" },
          permits: ["scheduler:GetSchedule arn:aws:scheduler:us-east-1:123456789012:schedule/default/nightly"],
        },
        {
          operation: "DeleteSchedule",
          input: { Name: "nightly", GroupName: "reports" },
          permits: ["scheduler:DeleteSchedule arn:aws:scheduler:us-east-1:123456789012:schedule/reports/nightly"],
        },
      ],
    },
  },
  besides: [
    {
      authorizedActions: [
        ...usesKey({ path: "KmsKeyArn", actions: ["Decrypt", "DescribeKey", "GenerateDataKey"], via: "scheduler" }),
      ],
      because: "a schedule's target input is encrypted under the key that the request names",
      see: "https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html",
      examples: [
        {
          operation: "CreateSchedule",
          input: { Name: "nightly", KmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/1234abcd" },
          permits: [
            "scheduler:CreateSchedule arn:aws:scheduler:us-east-1:123456789012:schedule/default/nightly",
            ...["Decrypt", "DescribeKey", "GenerateDataKey"].map(
              (name) =>
                `kms:${name} arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = scheduler.us-east-1.amazonaws.com`,
            ),
          ],
        },
        {
          operation: "UpdateSchedule",
          input: { Name: "nightly" },
          permits: ["scheduler:UpdateSchedule arn:aws:scheduler:us-east-1:123456789012:schedule/default/nightly"],
        },
      ],
    },
  ],
  operations: {
    DeleteScheduleGroup: {
      authorizedActions: [
        { action: "scheduler:DeleteScheduleGroup" },
        {
          action: "scheduler:DeleteSchedule",
          resource: filled("schedule", { GroupName: member("Name"), ScheduleName: verbatim("*") }),
          origin: "dependent",
          because: "the schedules of the group are deleted with it",
        },
      ],
      because: "a group is deleted with all its schedules",
      see: "https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-group-delete.html",
      examples: [
        {
          input: { Name: "reports" },
          permits: [
            "scheduler:DeleteScheduleGroup arn:aws:scheduler:us-east-1:123456789012:schedule-group/reports",
            "scheduler:DeleteSchedule arn:aws:scheduler:us-east-1:123456789012:schedule/reports/*",
          ],
        },
      ],
    },
  },
});

/** AWS Deadline Cloud: batch calls are authorized as their single form, on each element. */
import { authorizedAs, defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { bothOf, filled } from "./rule-resource.ts";
import { member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "deadline",
  operations: {
    ...authorizedAs(
      {
        BatchGetJob: "GetJob",
        BatchGetSession: "GetSession",
        BatchGetSessionAction: "GetSessionAction",
        BatchGetStep: "GetStep",
        BatchGetTask: "GetTask",
      },
      {
        servicePrefix: "deadline",
        forEach: "identifiers[]",
        resource: filled("job", {
          FarmId: member("identifiers[].farmId"),
          QueueId: member("identifiers[].queueId"),
          JobId: member("identifiers[].jobId"),
        }),
        because: "batch calls are authorized as the single action on each element",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsdeadlinecloud.html",
        example: {
          input: {
            identifiers: [
              { farmId: "f", queueId: "q", jobId: "j" },
              { farmId: "f", queueId: "q", jobId: "j" },
            ],
          },
          on: "arn:aws:deadline:us-east-1:123456789012:farm/f/queue/q/job/j",
        },
      },
    ),
    ...authorizedAs(
      { BatchUpdateJob: "UpdateJob" },
      {
        servicePrefix: "deadline",
        forEach: "jobs[]",
        resource: filled("job", {
          FarmId: member("jobs[].farmId"),
          QueueId: member("jobs[].queueId"),
          JobId: member("jobs[].jobId"),
        }),
        because: "batch calls are authorized as the single action on each element",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsdeadlinecloud.html",
        example: {
          input: { jobs: [{ farmId: "f", queueId: "q", jobId: "j" }] },
          on: "arn:aws:deadline:us-east-1:123456789012:farm/f/queue/q/job/j",
        },
      },
    ),
    ...authorizedAs(
      { BatchUpdateTask: "UpdateTask" },
      {
        servicePrefix: "deadline",
        forEach: "tasks[]",
        resource: filled("job", {
          FarmId: member("tasks[].farmId"),
          QueueId: member("tasks[].queueId"),
          JobId: member("tasks[].jobId"),
        }),
        because: "batch calls are authorized as the single action on each element",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsdeadlinecloud.html",
        example: {
          input: { tasks: [{ farmId: "f", queueId: "q", jobId: "j" }] },
          on: "arn:aws:deadline:us-east-1:123456789012:farm/f/queue/q/job/j",
        },
      },
    ),
    ...authorizedAs(
      { BatchGetWorker: "GetWorker" },
      {
        servicePrefix: "deadline",
        forEach: "identifiers[]",
        resource: filled("worker", {
          FarmId: member("identifiers[].farmId"),
          FleetId: member("identifiers[].fleetId"),
          WorkerId: member("identifiers[].workerId"),
        }),
        because: "batch calls are authorized as the single action on each element",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsdeadlinecloud.html",
        example: {
          input: { identifiers: [{ farmId: "f", fleetId: "q", workerId: "j" }] },
          on: "arn:aws:deadline:us-east-1:123456789012:farm/f/fleet/q/worker/j",
        },
      },
    ),
    CreateJob: {
      authorizedActions: [
        {
          action: "deadline:CreateJob",
          resource: filled("job", {
            FarmId: member("farmId"),
            QueueId: member("queueId"),
            JobId: unknownPart("*", "id-assigned-by-aws", "AWS chooses the id of the job"),
          }),
        },
        {
          action: "deadline:GetJobTemplate",
          resource: filled("job", {
            FarmId: member("farmId"),
            QueueId: member("queueId"),
            JobId: member("sourceJobId"),
          }),
          when: whenMember("sourceJobId"),
          origin: "dependent",
          because: "the template of the job that is run again is read",
        },
      ],
      because: "a job may be made from another's template",
      see: "https://docs.aws.amazon.com/deadline-cloud/latest/APIReference/API_CreateJob.html",
      examples: [
        {
          input: { farmId: "f", queueId: "q", sourceJobId: "s" },
          permits: [
            "deadline:CreateJob arn:aws:deadline:us-east-1:123456789012:farm/f/queue/q/job/*",
            "deadline:GetJobTemplate arn:aws:deadline:us-east-1:123456789012:farm/f/queue/q/job/s",
          ],
        },
        {
          input: { farmId: "f", queueId: "q", template: "{}" },
          permits: ["deadline:CreateJob arn:aws:deadline:us-east-1:123456789012:farm/f/queue/q/job/*"],
        },
      ],
    },
    CopyJobTemplate: {
      authorizedActions: [
        { action: "deadline:CopyJobTemplate" },
        { action: "deadline:GetJobTemplate", origin: "dependent", because: "the template is read to be copied" },
        {
          action: "s3:PutObject",
          resource: filled("object", {
            BucketName: member("targetS3Location.bucketName"),
            ObjectName: member("targetS3Location.key"),
          }),
          origin: "forward-access",
          because: "the copy is written with the caller's permissions",
        },
      ],
      because: "a template is read, and written to S3",
      see: "https://docs.aws.amazon.com/deadline-cloud/latest/APIReference/API_CopyJobTemplate.html",
      examples: [
        {
          input: {
            farmId: "f",
            queueId: "q",
            jobId: "j",
            targetS3Location: { bucketName: "templates", key: "j.json" },
          },
          permits: [
            "deadline:CopyJobTemplate arn:aws:deadline:us-east-1:123456789012:farm/f/queue/q/job/j",
            "deadline:GetJobTemplate arn:aws:deadline:us-east-1:123456789012:farm/f/queue/q/job/j",
            "s3:PutObject arn:aws:s3:::templates/j.json",
          ],
        },
      ],
    },
    StartSessionsStatisticsAggregation: {
      authorizedActions: [
        {
          action: "deadline:StartSessionsStatisticsAggregation",
          resource: bothOf(
            filled("queue", { FarmId: member("farmId"), QueueId: member("resourceIds.queueIds[]") }),
            filled("fleet", { FarmId: member("farmId"), FleetId: member("resourceIds.fleetIds[]") }),
          ),
        },
      ],
      because: "statistics are taken over the queues or fleets of the list",
      see: "https://docs.aws.amazon.com/deadline-cloud/latest/APIReference/API_StartSessionsStatisticsAggregation.html",
      examples: [
        {
          input: { farmId: "f", resourceIds: { queueIds: ["q"] } },
          permits: [
            "deadline:StartSessionsStatisticsAggregation arn:aws:deadline:us-east-1:123456789012:farm/f/queue/q",
          ],
        },
      ],
    },
  },
});

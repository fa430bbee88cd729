/** AWS Deadline Cloud: batch calls are authorized as their single form, on each element. */
import { authorizedAs, defineService } from "./define-service.ts";
import { filled } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

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
  },
});

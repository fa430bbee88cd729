/** AWS Elemental MediaConvert: a job goes to the queue that it names, that of its template, or the default one. */
import { defineService } from "./define-service.ts";
import { allOf, unlessMember, whenMember } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "MediaConvert",
  operations: {
    CreateJob: {
      authorizedActions: [
        {
          action: "mediaconvert:CreateJob",
          resource: filled("Queue", { QueueName: member("Queue") }),
          when: whenMember("Queue"),
        },
        {
          action: "mediaconvert:CreateJob",
          resource: filled("Queue", { QueueName: "Default" }),
          when: allOf(unlessMember("Queue"), unlessMember("JobTemplate")),
        },
        {
          action: "mediaconvert:CreateJob",
          resource: filled("Queue", {
            QueueName: unknownPart("*", "no-resource-in-input", "the template of the job names the queue"),
          }),
          when: allOf(unlessMember("Queue"), whenMember("JobTemplate")),
        },
        {
          action: "mediaconvert:CreateJob",
          resource: filled("JobTemplate", { JobTemplateName: member("JobTemplate") }),
          when: whenMember("JobTemplate"),
        },
        {
          action: "mediaconvert:CreateJob",
          resource: filled("Preset", { PresetName: member("Settings.OutputGroups[].Outputs[].Preset") }),
          when: whenMember("Settings.OutputGroups[].Outputs[].Preset"),
        },
      ],
      because: "a job is authorized on its queue, template and presets",
      see: "https://docs.aws.amazon.com/mediaconvert/latest/apireference/jobs.html",
      examples: [
        {
          input: { Queue: "films", Settings: { OutputGroups: [{ Outputs: [{ Preset: "hd" }] }] } },
          permits: [
            "mediaconvert:CreateJob arn:aws:mediaconvert:us-east-1:123456789012:presets/hd + arn:aws:mediaconvert:us-east-1:123456789012:queues/films",
          ],
        },
        {
          input: { Queue: "arn:aws:mediaconvert:us-east-1:123456789012:queues/films", JobTemplate: "t" },
          permits: [
            "mediaconvert:CreateJob arn:aws:mediaconvert:us-east-1:123456789012:jobTemplates/t + arn:aws:mediaconvert:us-east-1:123456789012:queues/films",
          ],
        },
        {
          input: { Settings: {} },
          permits: ["mediaconvert:CreateJob arn:aws:mediaconvert:us-east-1:123456789012:queues/Default"],
        },
      ],
    },
  },
});

/** MSK Connect: what is made may be tagged at once, although no condition key of the action says so. */
import { defineService, type OperationRule } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { newResource } from "./rule-resource.ts";

const HERE = "arn:aws:kafkaconnect:us-east-1:123456789012";

interface Made {
  readonly operation: string;
  readonly type: string;
  /** The ARN in the example. */
  readonly arn: string;
}

const tagged = ({ operation, type, arn }: Made): OperationRule => ({
  authorizedActions: [
    { action: `kafkaconnect:${operation}` },
    {
      action: "kafkaconnect:TagResource",
      resource: newResource(type),
      when: whenMember("tags"),
      origin: "dependent",
      because: "what is made is tagged",
    },
  ],
  because: "tags in the request ask for the tagging action, too",
  see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonmanagedstreamingforkafkaconnect.html",
  examples: [
    { input: { tags: { team: "web" } }, permits: [`kafkaconnect:${operation} *`, `kafkaconnect:TagResource ${arn}`] },
    { input: {}, permits: [`kafkaconnect:${operation} *`] },
  ],
});

export default defineService({
  sdkId: "KafkaConnect",
  operations: {
    CreateConnector: tagged({ operation: "CreateConnector", type: "connector", arn: `${HERE}:connector/*/*` }),
    CreateCustomPlugin: tagged({
      operation: "CreateCustomPlugin",
      type: "custom plugin",
      arn: `${HERE}:custom-plugin/*/*`,
    }),
    CreateWorkerConfiguration: tagged({
      operation: "CreateWorkerConfiguration",
      type: "worker configuration",
      arn: `${HERE}:worker-configuration/*/*`,
    }),
  },
});

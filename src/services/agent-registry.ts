/** Agent Registry: a batch of records is read one by one. */
import { authorizedAs, defineService } from "./define-service.ts";
import { filled } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "Agent Registry",
  operations: authorizedAs(
    { BatchGetDiscoverableRegistryRecord: "GetDiscoverableRegistryRecord" },
    {
      servicePrefix: "agent-registry",
      forEach: "entries[]",
      resource: filled("registry-record", {
        RegistryId: member("entries[].registryId"),
        RecordId: member("entries[].recordIds[]"),
      }),
      because: "batch calls are authorized as the single action on each record",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsagentregistry.html",
      example: {
        input: { entries: [{ registryId: "g", recordIds: ["r"] }] },
        on: "arn:aws:agent-registry:us-east-1:123456789012:registry/g/record/r",
      },
    },
  ),
});

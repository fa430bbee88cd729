/** AWS Backup gateway: a hypervisor is made by the import of its configuration. */
import { defineService } from "./define-service.ts";
import { newResource } from "./rule-resource.ts";

export default defineService({
  sdkId: "Backup Gateway",
  makes: { ImportHypervisorConfiguration: newResource("hypervisor") },
});

/** AWS Resource Access Manager: the id of a resource share is not its name. */
import { defineService } from "./define-service.ts";
import { newResource } from "./rule-resource.ts";

export default defineService({
  sdkId: "RAM",
  makes: { CreateResourceShare: newResource("resource-share") },
});

/** Amazon CloudWatch Application Signals: the reference calls a service level objective `slo`. */
import { defineService } from "./define-service.ts";
import { filled, newResource } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "Application Signals",
  makes: {
    CreateInstrumentationConfiguration: newResource("instrumentationConfig"),
    CreateServiceLevelObjective: filled("slo", { SloName: member("Name") }),
  },
});

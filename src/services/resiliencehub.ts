/** AWS Resilience Hub: an app has an id that AWS chooses; names in requests are those of what belongs to it. */
import { defineService } from "./define-service.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "resiliencehub",
  resources: {
    application: {
      filledBy: [{ AppId: member("appArn") }],
      because: "the name of an app does not tell its id",
      see: "https://docs.aws.amazon.com/resilience-hub/latest/APIReference/API_CreateApp.html",
      examples: [
        {
          operation: "CreateApp",
          input: { name: "shop" },
          permits: ["resiliencehub:CreateApp arn:aws:resiliencehub:us-east-1:123456789012:app/*"],
        },
      ],
    },
  },
});

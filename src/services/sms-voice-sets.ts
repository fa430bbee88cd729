/** Configuration sets of both APIs for text and voice: one table of actions lists them, and leaves out where they are deleted. */
import { authorizedOn } from "./define-service.ts";
import { namedIn } from "./rule-resource.ts";

export default authorizedOn(
  {
    DeleteConfigurationSet: {
      resources: [namedIn("ConfigurationSet", "ConfigurationSetName", "ConfigurationSetName")],
      input: { ConfigurationSetName: "alerts" },
      on: ["arn:aws:sms-voice:us-east-1:123456789012:configuration-set/alerts"],
    },
  },
  {
    servicePrefix: "sms-voice",
    because: "a set is deleted under its own ARN",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsendusermessagingsmsandvoicev2.html",
  },
);

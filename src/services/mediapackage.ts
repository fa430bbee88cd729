/** AWS Elemental MediaPackage: logs are configured on the channel. */
import { authorizedAs, defineService } from "./define-service.ts";

export default defineService({
  sdkId: "MediaPackage",
  operations: authorizedAs(
    { ConfigureLogs: "UpdateChannel" },
    {
      servicePrefix: "mediapackage",
      because: "where a channel logs to is a property of the channel",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselementalmediapackage.html",
      example: { input: { Id: "c1" }, on: "arn:aws:mediapackage:us-east-1:123456789012:channels/c1" },
    },
  ),
});

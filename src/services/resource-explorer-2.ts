/** AWS Resource Explorer: listing resources is a search without words. */
import { authorizedAs, defineService } from "./define-service.ts";

export default defineService({
  sdkId: "Resource Explorer 2",
  operations: authorizedAs(
    { ListResources: "Search" },
    {
      servicePrefix: "resource-explorer-2",
      because: "listing resources is authorized as a search in the view",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsresourceexplorer.html",
      example: {
        input: { ViewArn: "arn:aws:resource-explorer-2:us-east-1:123456789012:view/v/0f3a" },
        on: "arn:aws:resource-explorer-2:us-east-1:123456789012:view/v/0f3a",
      },
    },
  ),
});

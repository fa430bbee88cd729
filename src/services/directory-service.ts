/** AWS Directory Service: what is tagged is a directory, whatever its id is called. */
import { authorizedAs, defineService } from "./define-service.ts";
import { filled } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "Directory Service",
  operations: authorizedAs(
    {
      AddTagsToResource: "AddTagsToResource",
      ListTagsForResource: "ListTagsForResource",
      RemoveTagsFromResource: "RemoveTagsFromResource",
    },
    {
      servicePrefix: "ds",
      resource: filled("directory", { DirectoryId: member("ResourceId") }),
      because: "the resource is a directory, named by its id",
      see: "https://docs.aws.amazon.com/directoryservice/latest/devguide/API_AddTagsToResource.html",
      example: {
        input: { ResourceId: "d-1234567890" },
        on: "arn:aws:ds:us-east-1:123456789012:directory/d-1234567890",
      },
    },
  ),
});

/** Amazon CloudSearch domains: documents are uploaded under an action of that name, on the domain that the host names. */
import { authorizedAs, defineService } from "./define-service.ts";

export default defineService({
  sdkId: "CloudSearch Domain",
  operations: authorizedAs(
    { UploadDocuments: "document" },
    {
      servicePrefix: "cloudsearch",
      because: "the permission for the document service is called so",
      see: "https://docs.aws.amazon.com/cloudsearch/latest/developerguide/configuring-access.html",
      example: {
        input: { DomainName: "movies" },
        on: "arn:aws:cloudsearch:us-east-1:123456789012:domain/movies",
      },
    },
  ),
});

/** Amazon Detective: one action lacks the plural of its operation. */
import { authorizedAs, defineService } from "./define-service.ts";

export default defineService({
  sdkId: "Detective",
  operations: authorizedAs(
    { ListOrganizationAdminAccounts: "ListOrganizationAdminAccount" },
    {
      servicePrefix: "detective",
      because: "the action is written in the singular",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondetective.html",
      example: { input: {}, on: "*" },
    },
  ),
});

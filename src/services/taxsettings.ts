/** AWS Tax Settings: exemptions are read and changed by two actions. */
import { authorizedAs, defineService } from "./define-service.ts";

export default defineService({
  sdkId: "TaxSettings",
  operations: authorizedAs(
    {
      BatchGetTaxExemptions: "GetExemptions",
      GetTaxExemptionTypes: "GetExemptions",
      ListTaxExemptions: "GetExemptions",
      PutTaxExemption: "UpdateExemptions",
    },
    {
      servicePrefix: "tax",
      because: "everything about exemptions is read by one action, and changed by another",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awstaxsettings.html",
      example: { input: { accountIds: ["111122223333"] }, on: "*" },
    },
  ),
});

/** AWS Cost Explorer: the definition of a cost category is the category itself. */
import { defineService } from "./define-service.ts";
import { newResource } from "./rule-resource.ts";

export default defineService({
  sdkId: "Cost Explorer",
  makes: { CreateCostCategoryDefinition: newResource("costcategory") },
});

/** Amazon SimpleDB: a query names its domain in its text. */
import { defineService } from "./define-service.ts";
import { either, filled } from "./rule-resource.ts";
import { captured, excerpt, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "SimpleDB",
  operations: {
    Select: {
      authorizedActions: [
        {
          action: "sdb:Select",
          resource: either(
            filled("domain", {
              DomainName: captured(
                excerpt("SelectExpression", /^\s*select\s[^']*?\sfrom\s+(?:`[^`]+`|[\w.-]+)/i),
                /from\s+`?([^`\s]+)`?$/i,
              ),
            }),
            filled("domain", {
              DomainName: unknownPart("*", "no-resource-in-input", "the domain that the query reads"),
            }),
          ),
        },
      ],
      because: "the domain is the name after FROM",
      see: "https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/UsingSelect.html",
      examples: [
        {
          input: { SelectExpression: "select * from `my-items` where color = 'red'" },
          permits: ["sdb:Select arn:aws:sdb:us-east-1:123456789012:domain/my-items"],
        },
        {
          input: { SelectExpression: "select count(*) from items" },
          permits: ["sdb:Select arn:aws:sdb:us-east-1:123456789012:domain/items"],
        },
      ],
    },
  },
});

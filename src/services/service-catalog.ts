/** AWS Service Catalog: the role of a launch constraint stands inside a JSON text. */
import { defineService } from "./define-service.ts";
import { anyOf, whenMatches } from "./rule-condition.ts";
import { arnFrom, either, filled } from "./rule-resource.ts";
import { captured, excerpt } from "./rule-value.ts";

/** Nothing of the text is kept but the role. */
const HEAD = excerpt("Parameters", /^\s*\{\s*"(?:RoleArn|LocalRoleName)"\s*:\s*"[^"\\]{1,600}"/);
const ROLE_ARN = captured(HEAD, /"RoleArn"\s*:\s*"(arn:[^"]+)"$/);
const ROLE_NAME = captured(HEAD, /"LocalRoleName"\s*:\s*"([^"]+)"$/);

const TO_CATALOG = "if iam:PassedToService = servicecatalog.amazonaws.com";

export default defineService({
  sdkId: "Service Catalog",
  operations: {
    CreateConstraint: {
      authorizedActions: [
        { action: "servicecatalog:CreateConstraint" },
        {
          action: "iam:PassRole",
          resource: either(arnFrom(ROLE_ARN), filled("role", { RoleNameWithPath: ROLE_NAME })),
          when: anyOf(whenMatches(ROLE_ARN, /./), whenMatches(ROLE_NAME, /./)),
          conditions: { StringEquals: { "iam:PassedToService": "servicecatalog.amazonaws.com" } },
          origin: "pass-role",
          because: "products are launched with the role that the constraint names",
        },
      ],
      because: "a launch constraint names the role that products are launched with",
      see: "https://docs.aws.amazon.com/servicecatalog/latest/dg/API_CreateConstraint.html",
      examples: [
        {
          input: {
            PortfolioId: "port-1",
            ProductId: "prod-1",
            Type: "LAUNCH",
            Parameters: '{"RoleArn" : "arn:aws:iam::123456789012:role/launches"}',
          },
          permits: [
            "servicecatalog:CreateConstraint arn:aws:catalog:us-east-1:123456789012:product/prod-1",
            `iam:PassRole arn:aws:iam::123456789012:role/launches ${TO_CATALOG}`,
          ],
        },
        {
          input: { PortfolioId: "port-1", ProductId: "prod-1", Parameters: '{"LocalRoleName": "launches"}' },
          permits: [
            "servicecatalog:CreateConstraint arn:aws:catalog:us-east-1:123456789012:product/prod-1",
            `iam:PassRole arn:aws:iam::123456789012:role/launches ${TO_CATALOG}`,
          ],
        },
        {
          input: { PortfolioId: "port-1", ProductId: "prod-1", Type: "NOTIFICATION", Parameters: "{}" },
          permits: ["servicecatalog:CreateConstraint arn:aws:catalog:us-east-1:123456789012:product/prod-1"],
        },
      ],
    },
  },
});

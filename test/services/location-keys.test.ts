import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { serviceRules } from "../../src/services/index.ts";
import { exampleCall, permitNotation } from "./example-call.ts";

const authorize = createAuthorizer({
  apis: openApiIndex(),
  authorization: openAuthorizationIndex(),
  rules: serviceRules,
});

const allowed = (AllowActions: readonly string[], AllowResources: readonly string[]) =>
  authorize(
    exampleCall(
      { input: { KeyName: "k", Restrictions: { AllowActions, AllowResources } }, permits: [] },
      { sdkId: "Location", operation: "CreateKey", signingName: "geo" },
    ),
  )
    .slice(1)
    .map(permitNotation);

const MAP = "arn:aws:geo:us-east-1:123456789012:map/m";

test("needs each action that a star stands for, on the resources of its own prefix", () => {
  expect(
    allowed(["geo:GetMapS*", "geo-routes:SnapToRoads"], [MAP, "arn:aws:geo-routes:us-east-1::provider/default"]),
  ).toEqual([
    `geo:GetMapSprites ${MAP}`,
    `geo:GetMapStyleDescriptor ${MAP}`,
    "geo-routes:SnapToRoads arn:aws:geo-routes:us-east-1::provider/default",
  ]);
});

test("leaves a resource with a star open, and says so", () => {
  expect(allowed(["geo:GetMapTile"], ["arn:aws:geo:us-east-1:123456789012:map/m*"])).toEqual(["geo:GetMapTile *"]);
});

import { expect, test } from "vitest";
import rules from "../../src/services/amplify-ui-builder.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("empty tags ask for nothing", () => {
  expect(permits("CreateTheme", { appId: "a1", environmentName: "prod", themeToCreate: { tags: {} } })).toEqual([
    "amplifyuibuilder:CreateTheme *",
  ]);
});

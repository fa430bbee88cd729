import { expect, test } from "vitest";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { BEARER_TOKEN } from "../../src/services/bearer-token.ts";

test("is an action that takes no resource", () => {
  const action = openAuthorizationIndex().load("bedrock")?.actions.get(BEARER_TOKEN.actionName.toLowerCase());
  expect(action).toMatchObject({ name: BEARER_TOKEN.actionName, resourceTypes: [] });
});

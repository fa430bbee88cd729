import { expect, test } from "vitest";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { SERVICE_LINKED_ROLE } from "../../src/services/service-linked-role.ts";

test("is an action of the reference, and one that others depend on", () => {
  const authorization = openAuthorizationIndex();
  const [prefix = "", name = ""] = SERVICE_LINKED_ROLE.action.split(":");
  expect(authorization.load(prefix)?.actions.get(name.toLowerCase())?.name).toBe(name);
  expect(authorization.load("config")?.actions.get("putconformancepack")?.dependentActions).toContain(
    SERVICE_LINKED_ROLE.action,
  );
});

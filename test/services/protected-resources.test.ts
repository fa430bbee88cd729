import { expect, test } from "vitest";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { listsProtectedResources, onProtectedResource } from "../../src/services/protected-resources.ts";

const authorization = openAuthorizationIndex();

test.each(["associate", "disassociate", "read"] as const)("every action to %s a web ACL exists", (what) => {
  for (const { action } of onProtectedResource(what)) {
    const [prefix = "", name = ""] = String(action).split(":");
    expect(authorization.load(prefix)?.actions.has(name.toLowerCase()), String(action)).toBe(true);
  }
});

test("each asks only for resources of its own API", () => {
  const asked = onProtectedResource("associate").map(({ when, action }) => [
    when?.kind === "matches" ? when.pattern.test(`arn:aws:${String(action).split(":")[0]}:us-east-1:1:x`) : undefined,
  ]);
  expect(asked.flat()).toEqual(asked.map(() => true));
});

test("a type of resource is asked of one API, and load balancers where none is named", () => {
  const asked = listsProtectedResources.map(({ when, action }) => [
    String(action).split(":")[0],
    when?.kind === "equals" ? when.values[0] : when?.kind,
  ]);
  expect(new Set(asked.map(([, type]) => type)).size).toBe(asked.length);
  expect(asked).toContainEqual(["elasticloadbalancing", "any"]);
});

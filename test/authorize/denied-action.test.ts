import { expect, test } from "vitest";
import type { ApiCall, Denial } from "../../src/decode/api-call.ts";
import { apiCall, permissionsOf } from "./small-world.ts";

const denied = (denial: Denial, input: ApiCall["input"] = {}) =>
  permissionsOf(apiCall("CreateBook", input, { outcome: { kind: "denied", httpStatus: 403, denial } }));

test("an action that no table knows is needed because AWS said so", () => {
  const permissions = denied({ action: "vault:OpenDoor", resource: "arn:aws:vault:us-east-1:123456789012:door/7" });
  expect(permissions.at(-1)).toMatchObject({
    action: "vault:OpenDoor",
    resources: ["arn:aws:vault:us-east-1:123456789012:door/7"],
    origin: "dependent",
    because: "AWS refused the call for want of this action",
    verified: true,
  });
});

test("an action known already is not needed twice, however its resource is spelled", () => {
  const [own] = permissionsOf(apiCall("CreateBook", {}));
  const action = own?.action ?? "";
  const known = denied({ action }).filter((permission) => permission.action === action);
  expect(known).toHaveLength(1);
  const upperCase = denied({ action: action.toUpperCase().replace(/^[^:]+/, (prefix) => prefix.toLowerCase()) });
  expect(upperCase).toHaveLength(known.length);
});

test("a denial without a resource leaves it open, and says why", () => {
  expect(denied({ action: "vault:OpenDoor" }).at(-1)).toMatchObject({
    resources: ["*"],
    widened: { reason: "denial-names-no-resource" },
  });
});

test("a pattern of AWS's own stays one, and is told; what else stands in the ARN stays literal", () => {
  const resource = "arn:aws:vault:us-east-1:123456789012:door/$" + "{x}/*";
  expect(denied({ action: "vault:OpenDoor", resource }).at(-1)).toMatchObject({
    resources: ["arn:aws:vault:us-east-1:123456789012:door/$" + "{$}{x}/*"],
    widened: { reason: "denial-names-pattern" },
  });
});

test("a call that succeeded needs nothing more", () => {
  const permissions = permissionsOf(apiCall("CreateBook", {}));
  expect(permissions.map(({ because }) => because)).not.toContain("AWS refused the call for want of this action");
});

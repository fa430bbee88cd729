import { expect, test } from "vitest";
import { authorizationIndex } from "../../src/data/opened-indexes.ts";
import type { ObservedPermission } from "../../src/synthesize/observed-permission.ts";
import { sayablePermissions } from "../../src/synthesize/sayable-permissions.ts";
import { synthesize } from "../../src/synthesize/synthesize.ts";

const observed = (
  resource: string,
  conditions: ObservedPermission["permission"]["conditions"] = {},
): ObservedPermission => ({
  permission: {
    action: "s3:PutObject",
    resources: [resource],
    conditions,
    origin: "direct",
    because: "called",
    verified: true,
  },
  call: 7,
  identity: "k",
  outcome: "succeeded",
});

test("what can be said is the same permission", () => {
  const one = observed("arn:aws:s3:::b/a & b", { StringEquals: { "s3:RequestObjectTag/t": ["&"] } });
  const { observed: said, findings } = sayablePermissions([one]);
  expect(said[0]).toBe(one);
  expect(findings).toEqual([]);
});

test("a wider resource is told with its place, and the policy is proved", () => {
  const calls = [observed("arn:aws:s3:::b/&{y}"), observed("arn:aws:s3:::b/1")];
  const context = { authorization: authorizationIndex(), identities: [], ampersandVariables: true };
  const [policy] = synthesize(calls, context).policies;
  expect(policy?.documents[0]?.Statement[0]?.Resource).toEqual(["arn:aws:s3:::b/1", "arn:aws:s3:::b/?{y}"]);
  expect(policy?.proof).toMatchObject({ sufficient: true, minimal: true });
  expect(policy?.findings).toMatchObject([
    { code: "name-unsayable", path: "Statement[0].Resource[1]", message: expect.stringContaining("ampersand-brace") },
  ]);
});

test("a wider condition is told with its calls", () => {
  const { findings } = sayablePermissions([
    observed("arn:aws:s3:::b/1", { StringEquals: { "s3:RequestObjectTag/t": ["&{"] } }),
  ]);
  expect(findings).toMatchObject([
    { code: "name-unsayable", calls: [7], message: expect.stringContaining('{"s3:RequestObjectTag/t":["?{"]}') },
  ]);
});

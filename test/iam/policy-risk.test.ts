import { expect, test } from "vitest";
import { allowedGrants, type PolicyRisk, risksIn } from "../../src/iam/policy-risk.ts";

const PAIR: PolicyRisk = {
  kind: "privilege-escalation",
  actions: [["a:One", "a:Uno"], ["b:Two"]],
  because: "",
  see: "",
};
const OPENS: PolicyRisk = { kind: "sensitive-grant", actions: [["a:Read"]], because: "", see: "" };

const grant = (action: string, resource = "arn:aws:a:::thing/name") => ({ action, resource });

test.each([
  [["a:One", "b:Two"], 1],
  [["A:uno", "b:*"], 1],
  [["a:One"], 0],
  [["a:One", "a:Uno"], 0],
  [["*"], 0],
])("%j is so many of the combination: %i", (actions, count) => {
  expect(
    risksIn(
      actions.map((action) => grant(action)),
      [PAIR],
    ),
  ).toHaveLength(count);
});

test.each([
  ["*", true],
  ["arn:aws:a:::*", true],
  ["arn:aws:a:::thing/*", true],
  ["arn:aws:a:::thing:*", true],
  ["arn:aws:a:::thing/*/*", true],
  ["arn:aws:a:::thing/name-*", false],
  ["arn:aws:a:::thing/path/*", false],
  ["arn:aws:a::*:thing/name", false],
  ["arn:aws:a:::thing/name", false],
])("%s leaves the name open: %s", (resource, isWide) => {
  expect(risksIn([grant("a:Read", resource)], [OPENS])).toHaveLength(isWide ? 1 : 0);
  expect(risksIn([grant("a:One", resource), grant("b:Two")], [PAIR])[0]?.isWide).toBe(isWide);
});

test("only what is allowed is granted", () => {
  expect(
    allowedGrants([
      { Effect: "Allow", Action: ["a:One", "b:Two"], Resource: ["x", "y"] },
      { Effect: "Deny", Action: "a:Uno", Resource: "*" },
    ]).map(({ action, resource }) => `${action} ${resource}`),
  ).toEqual(["a:One x", "a:One y", "b:Two x", "b:Two y"]);
});

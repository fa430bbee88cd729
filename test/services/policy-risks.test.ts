import { expect, test } from "vitest";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { parseAction } from "../../src/iam/action.ts";
import { risksIn } from "../../src/iam/policy-risk.ts";
import { POLICY_RISKS } from "../../src/services/policy-risks.ts";

const authorization = openAuthorizationIndex();

test("every action of a risk is one of AWS, spelled as AWS does", () => {
  const unknown = POLICY_RISKS.flatMap(({ actions }) => actions.flat()).filter((action) => {
    const { servicePrefix = "", name = "" } = parseAction(action) ?? {};
    return authorization.load(servicePrefix)?.actions.get(name.toLowerCase())?.name !== name;
  });
  expect(unknown).toEqual([]);
});

test.each(POLICY_RISKS.map((risk) => [risk.because, risk] as const))("one can %s", (_, risk) => {
  const grants = risk.actions.map(([action = ""]) => ({ action, resource: "*" }));
  expect(risksIn(grants, POLICY_RISKS).map((found) => found.risk)).toContain(risk);
  expect(risksIn(grants.slice(1), [risk])).toEqual([]);
  expect(risk.see).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
});

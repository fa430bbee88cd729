import { expect, test } from "vitest";
import { chooseRules } from "../../src/authorize/rule-set.ts";
import type { ServiceRules } from "../../src/services/define-service.ts";
import { actionNames } from "../../src/services/define-service.ts";
import { whenSignedAs } from "../../src/services/rule-condition.ts";
import { callView, EXAMPLES, GROUNDS } from "./small-world.ts";

const rule = (...actions: readonly string[]) => ({
  ...GROUNDS,
  examples: EXAMPLES,
  authorizedActions: actions.map((action) => ({ action })),
});

const RULES: ServiceRules = {
  sdkId: "Library",
  operations: { Read: rule("library:GetBook", "paper:Touch"), Write: rule("library:PutBook") },
  variants: [
    {
      when: whenSignedAs("annex"),
      servicePrefix: "annex",
      insteadOf: "library",
      operations: { Write: rule("annex:Scribble") },
    },
    { when: whenSignedAs("closed"), servicePrefix: "closed" },
  ],
};

const operations = (signingName: string) =>
  Object.fromEntries(
    Object.entries(chooseRules(RULES, callView({}, { signingName }))?.operations ?? {}).map(([name, found]) => [
      name,
      found.authorizedActions.flatMap(actionNames),
    ]),
  );

test("is the record itself where no variant holds", () => {
  expect(chooseRules(RULES, callView())).toBe(RULES);
  expect(chooseRules(undefined, callView())).toBeUndefined();
});

test("inherits operations under the variant's prefix, other prefixes untouched", () => {
  expect(operations("annex")).toEqual({ Read: ["annex:GetBook", "paper:Touch"], Write: ["annex:Scribble"] });
});

test("inherits nothing where the variant does not say so", () => {
  expect(operations("closed")).toEqual({});
});

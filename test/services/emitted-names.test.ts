/** Nothing that our own code can put into a policy is a name that AWS does not have. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { parseAction } from "../../src/iam/action.ts";
import { lintPolicy } from "../../src/iam/lint-policy.ts";
import { actionNames, type RuleSet } from "../../src/services/define-service.ts";
import { SERVICES } from "../../src/services/index.ts";
import { LINT_CONTEXT } from "../support/lint.ts";

const SRC = join(import.meta.dirname, "../../src");
const authorization = openAuthorizationIndex();

/** Written like an action or condition key, and none. */
const NEITHER: Readonly<Record<string, string>> = {
  "aws:kms": "a value of the header x-amz-server-side-encryption",
  "tag:role": "a filter of EC2 in an example",
};

const isAction = (text: string): boolean => {
  const { servicePrefix = "", name = "" } = parseAction(text) ?? {};
  return authorization.load(servicePrefix.toLowerCase())?.actions.has(name.toLowerCase()) === true;
};

/** The names that the lint calls unknown. */
function unknownKeys(keys: readonly string[]): string[] {
  const Condition = { StringEquals: Object.fromEntries(keys.map((key) => [key, "x"])) };
  const statement = { Effect: "Allow", Action: "*", Resource: "*", Condition } as const;
  const found = lintPolicy({ statements: [{ statement, isComputed: false }] }, LINT_CONTEXT);
  return found.filter(({ code }) => code === "condition-key-unknown").map(({ value = "" }) => value);
}

function literals(): string[] {
  const files = ["services", "authorize", "synthesize"].flatMap((layer) =>
    readdirSync(join(SRC, layer)).map((name) => join(SRC, layer, name)),
  );
  const found = files
    .filter((path) => path.endsWith(".ts"))
    .flatMap((path) => [...readFileSync(path, "utf8").matchAll(/["`]([a-z0-9-]+:[A-Za-z][A-Za-z0-9/${}-]*)["`]/g)])
    .map(([, text = ""]) => text)
    .filter((text) => text.startsWith("aws:") || authorization.servicePrefixes.has(text.split(":")[0] ?? ""));
  return [...new Set(found)];
}

test("every action and condition key in the code is one of AWS", () => {
  const names = literals();
  expect(names.length).toBeGreaterThan(500);
  const keys = names.filter((name) => !isAction(name) && !(name in NEITHER));
  // A rule fills what stands in braces.
  expect(unknownKeys(keys.map((key) => key.replace(/\$\{.*$/, "x")))).toEqual([]);
});

test("every exception is still in the code", () => {
  const names = new Set(literals());
  expect(Object.keys(NEITHER).filter((name) => !names.has(name))).toEqual([]);
});

test("every action of every rule is one of AWS", () => {
  const actionsOf = ({ operations = {}, besides = [] }: RuleSet): readonly string[] =>
    [...Object.values(operations), ...besides].flatMap(({ authorizedActions }) =>
      authorizedActions.flatMap(actionNames),
    );
  const actions = SERVICES.flatMap((rules) => [...actionsOf(rules), ...(rules.variants ?? []).flatMap(actionsOf)]);
  expect(actions.length).toBeGreaterThan(1000);
  expect([...new Set(actions)].filter((action) => !isAction(action))).toEqual([]);
});

test("a planted name is seen", () => {
  expect(isAction("s3:HeadObject")).toBe(false);
  expect(unknownKeys(["aws:AccessKeyLastRotated", "s3:prefix"])).toEqual(["aws:AccessKeyLastRotated"]);
});

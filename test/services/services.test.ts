/** Runs every example of every service record against the generated data, and holds the records true to that data. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import type { OperationRule, RuleExample, RuleSet, ServiceRules } from "../../src/services/define-service.ts";
import { actionNames } from "../../src/services/define-service.ts";
import { SERVICES, serviceRules } from "../../src/services/index.ts";
import { exampleCall, permitNotation } from "./example-call.ts";

const apis = openApiIndex();
const authorization = openAuthorizationIndex();

interface Case {
  readonly title: string;
  readonly rules: ServiceRules;
  readonly operation: string;
  readonly example: RuleExample;
}

const setsOf = (rules: ServiceRules): readonly RuleSet[] => [rules, ...(rules.variants ?? [])];

function casesOf(rules: ServiceRules): Case[] {
  return setsOf(rules).flatMap(({ operations = {}, besides = [], resources = {}, otherwise }) => [
    ...Object.entries(operations).flatMap(([operation, rule]) => casesOfRule(rules, rule, operation)),
    ...[...besides, ...Object.values(resources)].flatMap((rule) => casesOfRule(rules, rule)),
    ...(otherwise === undefined ? [] : casesOfRule(rules, otherwise)),
  ]);
}

const casesOfRule = (rules: ServiceRules, { examples }: Pick<OperationRule, "examples">, named?: string): Case[] =>
  examples.map((example) => {
    const operation = example.operation ?? named ?? "";
    return { title: `${rules.sdkId} ${operation} ${JSON.stringify(example.input)}`, rules, operation, example };
  });

function permits({ rules, operation, example }: Case, override: ServiceRules | undefined): readonly string[] {
  const signingName = apis.withSdkId(rules.sdkId)?.signingName ?? "";
  const authorize = createAuthorizer({ apis, authorization, rules: () => override });
  return authorize(exampleCall(example, { sdkId: rules.sdkId, operation, signingName }))
    .map(permitNotation)
    .sort();
}

const modelOf = (rules: ServiceRules) => {
  const entry = apis.withSdkId(rules.sdkId);
  return entry === undefined ? undefined : apis.load(entry.client);
};

describe.each(SERVICES.map((rules) => [rules.sdkId, rules] as const))("%s", (_, rules) => {
  test.each(casesOf(rules).map((found) => [found.title, found] as const))("%s", (_, found) => {
    expect(permits(found, rules)).toEqual([...found.example.permits].sort());
  });

  test("is an API of the generated data", () => {
    expect(modelOf(rules)?.sdkId).toBe(rules.sdkId);
  });

  test("names operations that the data knows, or says why not", () => {
    const named = setsOf(rules).flatMap(({ operations = {} }) => Object.entries(operations));
    const unknown = named
      .filter(([name, rule]) => rule.absentFromData === undefined && modelOf(rules)?.operations.has(name) !== true)
      .map(([name]) => name);
    expect(unknown).toEqual([]);
  });

  test("names actions, condition keys and resource types that the data knows, or says why not", () => {
    expect(setsOf(rules).flatMap(unknownNames)).toEqual([]);
  });

  test("reads members that the operations have", () => {
    const unknown = setsOf(rules).flatMap(({ operations = {} }) =>
      Object.entries(operations).flatMap(([name, rule]) => {
        const members =
          modelOf(rules)
            ?.operations.get(name)
            ?.members.map((member) => member.name) ?? [];
        return topLevelMembers(rule.authorizedActions)
          .filter((member) => !members.includes(member))
          .map((member) => `${name}: ${member}`);
      }),
    );
    expect(unknown).toEqual([]);
  });

  test("gives for every rule a reason in one clause and a page of AWS", () => {
    const wrong = setsOf(rules)
      .flatMap(({ operations = {}, besides = [], resources = {}, otherwise }) => [
        ...Object.values(operations),
        ...besides,
        ...Object.values(resources),
        ...(otherwise === undefined ? [] : [otherwise]),
      ])
      .filter(
        ({ because, see }) => !/^[a-z`].*[^.]$/.test(because) || !/^https:\/\/(?:docs\.)?aws\.amazon\.com\//.test(see),
      );
    expect(wrong.map(({ because, see }) => `${because}: ${see}`)).toEqual([]);
  });

  test("repeats nothing that holds by default", () => {
    expect([...idleOperations(rules), ...idleBesides(rules), ...idleResources(rules)]).toEqual([]);
  });
});

function unknownNames({ operations = {}, besides = [], otherwise, resources = {} }: RuleSet): string[] {
  const all = [...Object.values(operations), ...besides, ...(otherwise === undefined ? [] : [otherwise])];
  const ofActions = all
    .filter(({ absentFromData }) => absentFromData === undefined)
    .flatMap(({ authorizedActions }) => authorizedActions)
    .flatMap((authorized) =>
      actionNames(authorized).flatMap((action) => {
        const [prefix = "", name = ""] = action.split(":");
        const model = authorization.load(prefix);
        const known = model?.actions.get(name.toLowerCase());
        if (model === undefined || known?.name !== name) return [action];
        const keys = new Set([
          ...known.conditionKeys,
          ...known.resourceTypes.flatMap((type) => [
            ...type.conditionKeys,
            ...(model.resourceTypes.get(type.name)?.conditionKeys ?? []),
          ]),
        ]);
        const used = Object.values(authorized.conditions ?? {}).flatMap((operator) => Object.keys(operator));
        return used.filter((key) => !keys.has(key)).map((key) => `${action} with ${key}`);
      }),
    );
  const types = Object.keys(resources).filter((type) => !isKnownType(type, [...ofPrefixes(all)]));
  return [...ofActions, ...types];
}

function* ofPrefixes(rules: readonly OperationRule[]): Iterable<string> {
  for (const prefix of authorization.servicePrefixes) yield prefix;
  for (const rule of rules) {
    for (const action of rule.authorizedActions.flatMap(actionNames)) yield action.split(":")[0] ?? "";
  }
}

const isKnownType = (type: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => authorization.load(prefix)?.resourceTypes.has(type) === true);

/** First names of all member paths in a rule, wherever they stand. */
function topLevelMembers(value: unknown): string[] {
  if (typeof value !== "object" || value === null || value instanceof RegExp) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    (key === "path" || key === "forEach") && typeof item === "string"
      ? [item.split(/[.[{]/)[0] ?? item]
      : topLevelMembers(item),
  );
}

const isIdle = (cases: readonly Case[], override: ServiceRules): boolean =>
  cases.every(
    (found) => JSON.stringify(permits(found, override)) === JSON.stringify([...found.example.permits].sort()),
  );

function idleOperations(rules: ServiceRules): string[] {
  return Object.entries(rules.operations ?? {}).flatMap(([name, rule]) => {
    const { [name]: _, ...operations } = rules.operations ?? {};
    return isIdle(casesOfRule(rules, rule, name), { ...rules, operations }) ? [name] : [];
  });
}

function idleBesides(rules: ServiceRules): string[] {
  const all = rules.besides ?? [];
  return all
    .filter((rule) => isIdle(casesOfRule(rules, rule), { ...rules, besides: all.filter((other) => other !== rule) }))
    .map(({ because }) => because);
}

function idleResources(rules: ServiceRules): string[] {
  return Object.entries(rules.resources ?? {}).flatMap(([type, rule]) => {
    const { [type]: _, ...resources } = rules.resources ?? {};
    return isIdle(casesOfRule(rules, rule), { ...rules, resources }) ? [type] : [];
  });
}

test("the list of records is complete", async () => {
  const folder = join(import.meta.dirname, "../../src/services");
  const modules = await Promise.all(
    readdirSync(folder)
      .filter((file) => file.endsWith(".ts") && file !== "_template.ts")
      .map((file) => import(join(folder, file)) as Promise<{ default?: Partial<ServiceRules> }>),
  );
  const records = modules.flatMap(({ default: record }) => (record?.sdkId === undefined ? [] : [record.sdkId]));
  expect(records.sort()).toEqual(SERVICES.map(({ sdkId }) => sdkId).sort());
  expect(records.filter((sdkId) => serviceRules(sdkId) === undefined)).toEqual([]);
});

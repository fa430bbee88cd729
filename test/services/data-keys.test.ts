import { expect, test } from "vitest";
import { apiIndex, authorizationIndex } from "../../src/data/opened-indexes.ts";
import { DATA_KEY_USES, dataKeyUsesOf, keyConditionsOf } from "../../src/services/data-keys.ts";

const hasAction = (action: string): boolean => {
  const [prefix = "", name = ""] = action.split(":");
  return authorizationIndex().load(prefix)?.actions.has(name.toLowerCase()) === true;
};

test("speaks of APIs, operations and actions that exist", () => {
  const unknown = DATA_KEY_USES.flatMap(({ sdkId, operations = [], actions, kmsActions }) => {
    const known = apiIndex().load(apiIndex().withSdkId(sdkId)?.client ?? "").operations;
    return [
      ...operations.filter((name) => !known.has(name)),
      ...[...actions, ...kmsActions.map((name) => `kms:${name}`)].filter((action) => !hasAction(action)),
    ];
  });
  expect(unknown).toEqual([]);
});

test("no operation uses the key of one action twice", () => {
  const uses = DATA_KEY_USES.flatMap(({ sdkId, operations = ["*"], actions }) =>
    operations.flatMap((operation) => actions.map((action) => `${sdkId} ${operation} ${action}`)),
  );
  expect(uses.length).toBe(new Set(uses).size);
});

test("what the conditions of an API read can be asked for", () => {
  expect(JSON.stringify(keyConditionsOf("SSM"))).toContain("WithDecryption");
  expect(dataKeyUsesOf("Budgets")).toEqual([]);
  expect(keyConditionsOf("Budgets")).toEqual([]);
});

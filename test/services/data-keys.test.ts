import { expect, test } from "vitest";
import { apiIndex, authorizationIndex } from "../../src/data/opened-indexes.ts";
import {
  DATA_KEY_USES,
  dataKeyUsesOf,
  KEYS_SET,
  keyConditionsOf,
  keySettingsOf,
} from "../../src/services/data-keys.ts";
import { serviceRules } from "../../src/services/index.ts";
import { excerptsRead, pathsRead } from "../../src/services/paths-read.ts";

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

test("keys are set by operations that exist, in members that are kept", () => {
  const unknown = KEYS_SET.flatMap(({ sdkId, operations, key }) => {
    const known = apiIndex().load(apiIndex().withSdkId(sdkId)?.client ?? "").operations;
    const [top = ""] = typeof key === "object" && "path" in key ? key.path.split(".") : [];
    return operations.filter((name) => !known.get(name)?.members.some((member) => member.name === top));
  });
  expect(unknown).toEqual([]);
  const rules = serviceRules("SQS");
  expect(rules === undefined ? [] : pathsRead(rules, "CreateQueue")).toContain("Attributes.KmsMasterKeyId");
  expect(keySettingsOf("SQS", "ReceiveMessage")).toEqual([]);
});

test("of a topic's attribute no more is kept than a key", () => {
  const rules = serviceRules("SNS");
  const [excerpt] = rules === undefined ? [] : excerptsRead(rules, "SetTopicAttributes");
  const keeps = (text: string): string | undefined => excerpt?.pattern.exec(text)?.[0];
  const id = "1234abcd-12ab-34cd-56ef-1234567890ab";
  const keys = [id, "mrk-1234abcd12ab34cd56ef1234567890ab", "alias/orders", `arn:aws:kms:us-east-1:1:key/${id}`];
  expect(keys.map(keeps)).toEqual(keys);
  expect(["Orders of today", '{"Version":"2012-10-17"}', "alias/a b", `${id}-more`].map(keeps)).toEqual(
    Array(4).fill(undefined),
  );
});

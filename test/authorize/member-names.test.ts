import { describe, expect, test } from "vitest";
import {
  isNewName,
  isReference,
  NAME_FIT,
  nameFit,
  speaksOfType,
  stemOf,
  type VariableSlot,
} from "../../src/authorize/member-names.ts";

const slot = (variable: string, type: string, more: Partial<VariableSlot> = {}): VariableSlot => ({
  variable,
  type,
  isLast: true,
  isCreated: false,
  takesBareNames: false,
  ...more,
});

test.each([
  ["DBInstanceIdentifier", "dbinstance"],
  ["RoleNameWithPath", "role"],
  ["queueUrl", "queue"],
  ["subnetIds", "subnet"],
  ["capabilities", "capability"],
  ["series", "serie"],
  ["Name", ""],
  ["Arn", ""],
])("the stem of %s is `%s`", (name, stem) => {
  expect(stemOf(name)).toBe(stem);
});

describe("a member fits a variable", () => {
  test.each([
    ["tableName", slot("TableName", "table"), NAME_FIT.exact],
    ["ClusterIdentifier", slot("ClusterName", "cluster"), NAME_FIT.stem],
    ["ApplicationId", slot("AppId", "app"), NAME_FIT.stem],
    ["analyzerId", slot("ResourceId", "analyzer"), NAME_FIT.exact],
    ["ResourceId", slot("ResourceId", "analyzer"), NAME_FIT.typeName],
    ["loanId", slot("Uuid", "loan"), NAME_FIT.typeName],
    ["Name", slot("TableName", "table", { takesBareNames: true }), NAME_FIT.bare],
    ["Name", slot("TableName", "table"), NAME_FIT.none],
    ["Url", slot("TableName", "table", { takesBareNames: true }), NAME_FIT.none],
    ["SourceTableName", slot("TableName", "table"), NAME_FIT.suffix],
    ["Description", slot("TableName", "table"), NAME_FIT.none],
  ])("%s", (member, variable, fit) => {
    expect(nameFit(member, variable)).toBe(fit);
  });

  test("but a name does not fill the id that AWS assigns at creation", () => {
    const created = slot("LoanId", "loan", { isCreated: true, takesBareNames: true });
    expect(nameFit("Name", created)).toBe(NAME_FIT.none);
    expect(nameFit("loanName", created)).toBe(NAME_FIT.none);
  });

  test("and a bare name means the last variable only", () => {
    expect(nameFit("Name", slot("ShelfName", "book", { isLast: false, takesBareNames: true }))).toBe(NAME_FIT.none);
  });
});

test.each([
  ["LexiconNames", "lexicon", true],
  ["EndpointArn", "entity-recognizer-endpoint", true],
  ["TerminologyNames", "parallel-data", false],
  ["Arn", "lexicon", false],
])("%s speaks of a %s: %s", (member, type, expected) => {
  expect(speaksOfType(member, type)).toBe(expected);
});

test("ids, names and ARNs refer to something", () => {
  const members = ["JobId", "LexiconNames", "EndpointArn", "Identifiers", "Text", "MaxResults"];
  expect(members.filter(isReference)).toEqual(["JobId", "LexiconNames", "EndpointArn", "Identifiers"]);
});

test.each([
  ["Name", "UpdateFlowAlias", ["flowIdentifier", "aliasIdentifier", "Name"], true],
  ["name", "UpdateGate", ["gateArn", "name"], true],
  ["Name", "UpdateGate", ["Name", "Hinge"], false],
  ["Name", "CreateGateKey", ["GateKeyId", "Name"], false],
  ["identifier", "UpdateGate", ["identifier", "gateId"], false],
])("`%s` in %s of %j is a new name: %s", (member, operation, members, isNew) => {
  expect(isNewName(member, operation, members)).toBe(isNew);
});

import { expect, test } from "vitest";
import type { ApiIndex, MemberModel } from "../../../src/data/api-index.ts";
import type { AuthorizationIndex } from "../../../src/data/authorization-index.ts";
import { dataDrift, describeDrift } from "../../../src/data/generate/drift.ts";

type Operations = Readonly<Record<string, readonly string[]>>;

const member = (name: string): MemberModel => ({
  name,
  wireName: name,
  location: "body",
  type: "string",
  required: false,
  sensitive: false,
  keep: false,
});

/** Client -> operation -> members; `Outer.Inner` nests. */
function apiIndex(clients: Readonly<Record<string, Operations>>): ApiIndex {
  const models = Object.entries(clients).map(([client, operations]) => ({
    client,
    sdkId: client,
    signingName: client,
    endpointPrefix: client,
    protocols: ["json"] as const,
    apiVersion: "2026-01-01",
    operations: new Map(
      Object.entries(operations).map(([name, members]) => [
        name,
        {
          name,
          method: "POST",
          path: "/",
          query: [],
          members: members.map((path) => {
            const [outer = "", inner] = path.split(".");
            return inner === undefined ? member(outer) : { ...member(outer), members: [member(inner)] };
          }),
        },
      ]),
    ),
  }));
  return {
    entries: models,
    withSigningName: () => [],
    withTargetPrefix: () => [],
    withSdkId: () => undefined,
    load: (client) => models.find((model) => model.client === client) ?? expect.fail(`no ${client}`),
  };
}

function authorizationIndex(actions: readonly string[]): AuthorizationIndex {
  const named = actions.map((name) => ({
    name,
    accessLevel: "Read" as const,
    resourceTypes: [],
    conditionKeys: [],
    dependentActions: [],
  }));
  const model = { servicePrefix: "w", actions: new Map(named.map((action) => [action.name.toLowerCase(), action])) };
  return { servicePrefixes: new Set(["w"]), load: () => ({ ...model, resourceTypes: new Map() }) };
}

const drift = dataDrift(
  {
    apis: apiIndex({ w: { Get: ["Name", "Old"], Gone: [] }, past: { Call: [] } }),
    authorization: authorizationIndex(["Get", "Put"]),
  },
  {
    apis: apiIndex({ w: { Get: ["Name", "Filter.Id"], Put: ["Body"] }, next: { Call: [] } }),
    authorization: authorizationIndex(["Get", "List"]),
  },
  ({ client }) => client,
);

test("names clients, operations, members and actions that came and went", () => {
  expect(drift).toEqual({
    clients: { added: ["next"], removed: ["past"] },
    operations: { added: ["w:Put", "next:Call"], removed: ["w:Gone", "past:Call"] },
    members: { added: ["w:Get.Filter", "w:Get.Filter.Id"], removed: ["w:Get.Old"] },
    actions: { added: ["w:List"], removed: ["w:Put"] },
    lostSameNamedActions: ["w:Put w:Put"],
  });
});

test("counts additions, names removals", () => {
  expect(describeDrift(drift, 1)).toBe(
    [
      "drift:",
      "  clients added: 1",
      "    next",
      "  clients removed: 1",
      "    past",
      "  operations added: 2",
      "    w:Put",
      "    … and 1 more",
      "  operations removed: 2",
      "    w:Gone",
      "    past:Call",
      "  members added: 2",
      "    w:Get.Filter",
      "    … and 1 more",
      "  members removed: 1",
      "    w:Get.Old",
      "  actions added: 1",
      "    w:List",
      "  actions removed: 1",
      "    w:Put",
      "  same-named actions lost: 1",
      "    w:Put w:Put",
    ].join("\n"),
  );
});

test("says so where nothing changed", () => {
  const same = { apis: apiIndex({ w: { Get: ["Name"] } }), authorization: authorizationIndex(["Get"]) };

  expect(describeDrift(dataDrift(same, same, ({ client }) => client))).toBe("drift: none");
});

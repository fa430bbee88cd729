import { expect, test } from "vitest";
import {
  actionModel,
  arnTemplates,
  authorizationModels,
  type IamData,
} from "../../../src/data/generate/authorization-models.ts";

type Action = Parameters<typeof actionModel>[0];

const action = (parts: Partial<Action>): Action => ({
  name: "PutWidget",
  accessLevel: "Write",
  resourceTypes: [],
  conditionKeys: [],
  dependentActions: [],
  ...parts,
});

const type = (parts: Partial<Action["resourceTypes"][number]>) => ({
  name: "widget",
  required: false,
  conditionKeys: [],
  dependentActions: [],
  ...parts,
});

test("dependent actions of both releases, of the action and of its resource types, are united", () => {
  const older = action({
    dependentActions: ["kms:Decrypt"],
    resourceTypes: [type({ dependentActions: ["iam:PassRole", "kms:Decrypt"] })],
  });

  expect(actionModel(action({ dependentActions: ["ec2:CreateTags"] }), older).dependentActions).toEqual([
    "ec2:CreateTags",
    "iam:PassRole",
    "kms:Decrypt",
  ]);
});

test.each([
  ["Tagging, Write", "Tagging"],
  ["Permissions management, Write", "Permissions management"],
  ["Read", "Read"],
])("access level `%s` is %s", (written, expected) => {
  expect(actionModel(action({ accessLevel: written }), undefined).accessLevel).toBe(expected);
});

test("an unknown access level is an error", () => {
  expect(() => actionModel(action({ accessLevel: "Guess" }), undefined)).toThrow("unknown access level `Guess`");
});

test("a resource type that stands twice keeps the stricter mark and all condition keys", () => {
  const resourceTypes = [type({ conditionKeys: ["b:K"] }), type({ required: true, conditionKeys: ["a:K"] })];

  expect(actionModel(action({ resourceTypes }), undefined).resourceTypes).toEqual([
    { name: "widget", required: true, conditionKeys: ["a:K", "b:K"] },
  ]);
});

test("a comma joins several ARN templates", () => {
  expect(arnTemplates("arn:a:b/${C}, arn:d:e,arn:f")).toEqual(["arn:a:b/${C}", "arn:d:e", "arn:f"]);
});

function iamData(actions: Readonly<Record<string, Action>>): IamData {
  return {
    iamServiceKeys: async () => ["widgets"],
    iamServiceExists: async (prefix) => prefix === "widgets",
    iamActionsForService: async () => Object.keys(actions),
    iamActionExists: async (_, name) => name in actions,
    iamActionDetails: async (_, name) => actions[name] ?? action({}),
    iamResourceTypesForService: async () => ["widget"],
    iamResourceTypeDetails: async () => ({ key: "widget", arn: "arn:w", conditionKeys: [] }),
    iamDataVersion: async () => "1.0.0",
    iamDataUpdatedAt: async () => new Date("2026-01-02T00:00:00Z"),
  };
}

test("takes the newest release's actions, sorted, and from the older one nothing but dependent actions", async () => {
  const newest = iamData({ PutWidget: action({}), GetWidget: action({ name: "GetWidget", accessLevel: "Read" }) });
  const older = iamData({ PutWidget: action({ dependentActions: ["iam:PassRole"] }), Gone: action({ name: "Gone" }) });

  const [model] = await authorizationModels(newest, older);

  expect([...(model?.actions.keys() ?? [])]).toEqual(["getwidget", "putwidget"]);
  expect(model?.actions.get("putwidget")?.dependentActions).toEqual(["iam:PassRole"]);
  expect(model?.resourceTypes.get("widget")?.arns).toEqual(["arn:w"]);
});

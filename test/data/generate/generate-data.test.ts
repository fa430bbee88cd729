import { expect, test } from "vitest";
import type { IamData } from "../../../src/data/generate/authorization-models.ts";
import { generateData } from "../../../src/data/generate/generate-data.ts";
import { botocoreApi } from "../../support/botocore-model.ts";

const { model } = botocoreApi({
  operations: { GetWidget: {} },
  shapes: {
    GetWidgetRequest: { type: "structure", members: { Widget: { shape: "String" }, Depth: { shape: "String" } } },
  },
});

const botocore = (() => {
  const files: Readonly<Record<string, string>> = {
    "endpoints.json": "{}",
    "widgets/2026-01-01/service-2.json": JSON.stringify(model),
  };
  return {
    version: "1.44.5",
    date: "2026-11-17",
    paths: Object.keys(files),
    read: (path: string) => (files[path] === undefined ? undefined : Buffer.from(files[path])),
  };
})();

const iamData = (version: string, dependentActions: string[]): IamData => {
  const types = [{ name: "widget", required: true, conditionKeys: [], dependentActions: [] }];
  return {
    iamServiceKeys: async () => ["widgets"],
    iamServiceExists: async () => true,
    iamActionsForService: async () => ["getwidget"],
    iamActionExists: async () => true,
    iamActionDetails: async () => ({
      name: "GetWidget",
      accessLevel: "Read",
      resourceTypes: types,
      conditionKeys: [],
      dependentActions,
    }),
    iamResourceTypesForService: async () => ["widget"],
    iamResourceTypeDetails: async () => ({ key: "widget", arn: "arn:w:${WidgetName}", conditionKeys: [] }),
    iamDataVersion: async () => version,
    iamDataUpdatedAt: async () => new Date("2026-09-26T04:46:59Z"),
  };
};

test("brings the sources together: the reference tells which members are worth keeping", async () => {
  const { apis, authorization, sources } = await generateData({
    botocore,
    iamData: iamData("0.21.0", []),
    olderIamData: iamData("0.15.0", ["kms:Decrypt"]),
    cloudFormation: { version: "0.1.0", resources: [], own: "{}" },
  });

  expect(apis[0]?.entry.client).toBe("widgets");
  expect(apis[0]?.operations[0]?.members.map(({ name, keep }) => [name, keep])).toEqual([
    ["Widget", true],
    ["Depth", false],
  ]);
  expect(authorization[0]?.actions.get("getwidget")?.dependentActions).toEqual(["kms:Decrypt"]);
  expect(Object.values(sources).map(({ version, licence, date }) => [version, licence, date])).toEqual([
    ["1.44.5", "Apache-2.0", "2026-11-17"],
    ["0.21.0", "MIT", "2026-09-26"],
    ["0.15.0", "MIT", "2026-09-26"],
    ["0.1.0", "Apache-2.0", undefined],
  ]);
});

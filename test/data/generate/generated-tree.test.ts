import { expect, test } from "vitest";
import type { OperationModel } from "../../../src/data/api-index.ts";
import { generatedTree } from "../../../src/data/generate/generated-tree.ts";

const operation = (name: string): OperationModel => ({ name, method: "POST", path: "/", query: [], members: [] });
const source = { name: "a package", version: "1.0.0", licence: "MIT", url: "https://example.com/" };

const tree = generatedTree({
  apis: [
    {
      entry: {
        client: "widgets",
        sdkId: "Widgets",
        signingName: "widgets",
        endpointPrefix: "widgets",
        protocols: ["json"],
        apiVersion: "2026-01-01",
      },
      operations: [operation("Get"), operation("Put")],
    },
  ],
  authorization: [
    {
      servicePrefix: "widgets",
      actions: new Map([
        ["get", { name: "Get", accessLevel: "Read", resourceTypes: [], conditionKeys: [], dependentActions: [] }],
      ]),
      resourceTypes: new Map(),
    },
  ],
  cloudFormation: new Map([
    ["AWS::Widgets::Widget", { name: "Name", attribute: "Arn", arn: "arn:${Partition}:w:::${Name}" }],
  ]),
  sources: { api: source, authorization: source, dependentActions: source, cloudFormation: source },
});

test("has one file an API and one a prefix, an index of each, and the sources", () => {
  expect([...tree.keys()]).toEqual([
    "sources.json",
    "api/index.json",
    "api/widgets.json",
    "authorization/index.json",
    "authorization/widgets.json",
    "cloudformation.json",
  ]);
});

test("an operation is a line, so that a refresh reads as a diff", () => {
  expect(tree.get("api/widgets.json")).toBe('{\n"Get":"|",\n"Put":"|"\n}\n');
});

test("an action is a line, and what is empty stays short", () => {
  expect(tree.get("authorization/widgets.json")).toBe(
    '{\n"conditionKeys":[],\n"resourceTypes":{},\n"actions":{\n"Get":"Read"\n}\n}\n',
  );
  expect(tree.get("authorization/index.json")).toBe('[\n"widgets"\n]\n');
});

test("an API is a line of the index", () => {
  expect(tree.get("api/index.json")?.split("\n")).toHaveLength(4);
});

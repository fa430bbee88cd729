import { expect, test } from "vitest";
import { readAction, readResourceType } from "../../../src/data/action-notation.ts";
import type { ActionModel, AuthorizationModel, ResourceTypeModel } from "../../../src/data/authorization-index.ts";
import { writeAuthorization } from "../../../src/data/generate/write-authorization.ts";

const PUT: ActionModel = {
  name: "PutWidget",
  accessLevel: "Write",
  resourceTypes: [
    { name: "widget", required: true, conditionKeys: ["widgets:Size"] },
    { name: "layer version", required: false, conditionKeys: [] },
  ],
  conditionKeys: ["aws:TagKeys", "widgets:Size"],
  dependentActions: ["iam:PassRole"],
};
const LIST: ActionModel = {
  name: "List",
  accessLevel: "List",
  resourceTypes: [],
  conditionKeys: [],
  dependentActions: [],
};
const WIDGET: ResourceTypeModel = { name: "widget", arns: ["arn:a", "arn:b"], conditionKeys: ["aws:TagKeys"] };

const MODEL: AuthorizationModel = {
  servicePrefix: "widgets",
  actions: new Map([
    ["putwidget", PUT],
    ["list", LIST],
  ]),
  resourceTypes: new Map([
    ["widget", WIDGET],
    ["layer version", { name: "layer version", arns: ["arn:c"], conditionKeys: [] }],
  ]),
};

test("pools the condition keys and leaves out what is empty", () => {
  expect(writeAuthorization(MODEL)).toEqual({
    conditionKeys: ["aws:TagKeys", "widgets:Size"],
    resourceTypes: { widget: [["arn:a", "arn:b"], "0"], "layer version": [["arn:c"]] },
    actions: { PutWidget: "Write|widget!=1;layer version|0 1|iam:PassRole", List: "List" },
  });
});

test("what is written is read back the same", () => {
  const { conditionKeys, resourceTypes, actions } = writeAuthorization(MODEL);

  expect(readAction("PutWidget", actions["PutWidget"] ?? "", conditionKeys)).toEqual(PUT);
  expect(readResourceType("widget", resourceTypes["widget"] ?? [[]], conditionKeys)).toEqual(WIDGET);
});

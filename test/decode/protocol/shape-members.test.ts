import { expect, test } from "vitest";
import { findMember, shapeMembers } from "../../../src/decode/protocol/shape-members.ts";
import { member } from "../../support/api-models.ts";

const wireName = ({ wireName }: { wireName: string }) => wireName;

const members = [
  member({ name: "FunctionName", wireName: "functionName" }),
  member({ name: "Code", type: "blob" }),
  member({
    name: "Steps",
    wireName: "steps",
    type: "list",
    itemType: "structure",
    members: [member({ name: "RoleArn", wireName: "roleArn" })],
  }),
  member({
    name: "Stages",
    type: "map",
    itemType: "structure",
    members: [member({ name: "RoleArn", wireName: "roleArn" })],
  }),
];

test("names members as the model does, also inside lists and maps", () => {
  const body = { functionName: "f", steps: [{ roleArn: "a" }], Stages: { roleArn: { roleArn: "b" } } };
  expect(shapeMembers(body, members, wireName)).toEqual({
    FunctionName: "f",
    Steps: [{ RoleArn: "a" }],
    Stages: { roleArn: { RoleArn: "b" } },
  });
});

test("passes what the model does not know", () => {
  expect(shapeMembers({ newThing: { a: [1] } }, members, wireName)).toEqual({ newThing: { a: [1] } });
});

test("leaves null out and forgets bytes", () => {
  expect(shapeMembers({ functionName: null, Code: "c2VjcmV0" }, members, wireName)).toEqual({ Code: "" });
});

test("finds a member by the model's name where another protocol's was expected", () => {
  expect(findMember(members, "FunctionName", wireName)?.name).toBe("FunctionName");
  expect(findMember(members, "Nothing", wireName)).toBeUndefined();
});

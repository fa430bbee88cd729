import { expect, test } from "vitest";
import ecs from "../../src/services/ecs.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(ecs);
const HERE = "arn:aws:ecs:us-east-1:123456789012";

test("a service that is given by its ARN is taken as it is", () => {
  const service = `${HERE}:service/prod/web`;
  expect(permits("DeleteService", { cluster: "prod", service })).toEqual([`ecs:DeleteService ${service}`]);
});

test("the default cluster is meant for a command, too", () => {
  expect(permits("ExecuteCommand", { task: "0a1b", command: "ls", interactive: true })).toEqual([
    `ecs:ExecuteCommand ${HERE}:cluster/default + ${HERE}:task/default/0a1b`,
  ]);
});

test("tasks of one instance are listed on that instance", () => {
  expect(permits("ListTasks", { cluster: "prod", containerInstance: "0c2d" })).toEqual([
    `ecs:ListTasks ${HERE}:container-instance/prod/0c2d`,
  ]);
});

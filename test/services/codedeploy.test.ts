import { expect, test } from "vitest";
import rules from "../../src/services/codedeploy.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a deployment of the group's own revision registers none", () => {
  expect(permits("CreateDeployment", { applicationName: "shop", deploymentGroupName: "prod" })).toHaveLength(2);
});

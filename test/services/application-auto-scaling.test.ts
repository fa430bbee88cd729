import { expect, test } from "vitest";
import rules from "../../src/services/application-auto-scaling.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("what is described is not limited to one target", () => {
  const input = { ServiceNamespace: "ecs", ResourceIds: ["service/prod/web"] };
  expect(permits("DescribeScalableTargets", input)).toEqual(["application-autoscaling:DescribeScalableTargets *"]);
});

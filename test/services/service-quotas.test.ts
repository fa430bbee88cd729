import { expect, test } from "vitest";
import rules from "../../src/services/service-quotas.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("the default value of a quota is asked of nobody else", () => {
  expect(permits("GetAWSDefaultServiceQuota", { ServiceCode: "dynamodb", QuotaCode: "L-1" })).toEqual([
    "servicequotas:GetAWSDefaultServiceQuota *",
  ]);
});

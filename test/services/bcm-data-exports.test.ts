import { expect, test } from "vitest";
import rules from "../../src/services/bcm-data-exports.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("every table with settings is one that the export reads", () => {
  const TableConfigurations = { CARBON_EMISSIONS: {}, COST_AND_USAGE_REPORT: {} };
  expect(permits("CreateExport", { Export: { DataQuery: { TableConfigurations } } })).toEqual([
    "bcm-data-exports:CreateExport arn:aws:bcm-data-exports:us-east-1:123456789012:table/CARBON_EMISSIONS + arn:aws:bcm-data-exports:us-east-1:123456789012:table/COST_AND_USAGE_REPORT",
  ]);
});

import { expect, test } from "vitest";
import { excerptsRead, pathsRead } from "../../src/services/paths-read.ts";
import serviceCatalog from "../../src/services/service-catalog.ts";
import { permitsOf } from "./permits-of.ts";

test("nothing of the parameters is kept beside the role", () => {
  expect(pathsRead(serviceCatalog, "CreateConstraint")).toEqual([]);
  const [excerpt] = excerptsRead(serviceCatalog, "CreateConstraint");
  expect(excerpt?.pattern.exec('{"LocalRoleName":"launches","Note":"secret"}')?.[0]).toBe(
    '{"LocalRoleName":"launches"',
  );
});

test("the role of a stack set is not that of a launch", () => {
  const Parameters = '{"Version": "String", "Properties": {"AdminRole": "arn:aws:iam::123456789012:role/a"}}';
  const input = { PortfolioId: "port-1", ProductId: "prod-1", Type: "STACKSET", Parameters };
  expect(permitsOf(serviceCatalog)("CreateConstraint", input)).toHaveLength(1);
});

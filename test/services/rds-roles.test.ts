import { expect, test } from "vitest";
import rules from "../../src/services/rds.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a role below a path, if the request says so, is that one", () => {
  const input = { DBInstanceIdentifier: "a", DomainIAMRoleName: "arn:aws:iam::123456789012:role/service-role/joins" };
  expect(permits("ModifyDBInstance", input)).toContain(
    "iam:PassRole arn:aws:iam::123456789012:role/service-role/joins if iam:PassedToService = rds.amazonaws.com",
  );
});

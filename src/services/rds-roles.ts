/** The RDS family: the role by which an instance joins a directory is given by name. */
import type { OperationRule } from "./define-service.ts";
import { passesRoleFoundByName } from "./named-role.ts";

const MODIFIES = "rds:ModifyDBInstance arn:aws:rds:us-east-1:123456789012:db:a";
const PASSED = "if iam:PassedToService = rds.amazonaws.com";

/** A rule of `besides`. */
export const DIRECTORY_ROLE: OperationRule = {
  authorizedActions: [passesRoleFoundByName("DomainIAMRoleName", "rds.amazonaws.com")],
  because: "the database asks the directory with the role that the request names",
  see: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_SQLServerWinAuth.html",
  examples: [
    {
      operation: "ModifyDBInstance",
      input: { DBInstanceIdentifier: "a", Domain: "d-1", DomainIAMRoleName: "joins" },
      permits: [
        MODIFIES,
        `iam:PassRole arn:aws:iam::123456789012:role/joins ${PASSED}`,
        `iam:PassRole arn:aws:iam::123456789012:role/*/joins ${PASSED}`,
      ],
    },
    { operation: "ModifyDBInstance", input: { DBInstanceIdentifier: "a", Domain: "d-1" }, permits: [MODIFIES] },
  ],
};

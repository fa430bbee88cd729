/** RDS and Neptune: what deleting an instance asks for beside its own action. */
import { operationRules } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { bothOf, namedIn } from "./rule-resource.ts";

export default operationRules({
  DeleteDBInstance: {
    authorizedActions: [
      { action: "rds:DeleteDBInstance", resource: namedIn("db", "DbInstanceName", "DBInstanceIdentifier") },
      {
        action: "rds:CreateDBSnapshot",
        origin: "dependent",
        when: whenMember("FinalDBSnapshotIdentifier"),
        resource: bothOf(
          namedIn("db", "DbInstanceName", "DBInstanceIdentifier"),
          namedIn("snapshot", "SnapshotName", "FinalDBSnapshotIdentifier"),
        ),
        because: "a final snapshot is made before the instance is deleted",
      },
    ],
    because: "an instance's deletion may leave a final snapshot",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html",
    examples: [
      {
        input: { DBInstanceIdentifier: "orders", FinalDBSnapshotIdentifier: "last" },
        permits: [
          "rds:DeleteDBInstance arn:aws:rds:us-east-1:123456789012:db:orders",
          "rds:CreateDBSnapshot arn:aws:rds:us-east-1:123456789012:db:orders + arn:aws:rds:us-east-1:123456789012:snapshot:last",
        ],
      },
      {
        input: { DBInstanceIdentifier: "orders", SkipFinalSnapshot: true },
        permits: ["rds:DeleteDBInstance arn:aws:rds:us-east-1:123456789012:db:orders"],
      },
    ],
  },
});

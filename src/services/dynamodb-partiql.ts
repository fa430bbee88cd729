/** DynamoDB: PartiQL statements are authorized by their verb, on the table or index that they name. */
import { operationRules } from "./define-service.ts";
import { partiqlActions } from "./partiql-actions.ts";

export default operationRules({
  ExecuteStatement: {
    authorizedActions: partiqlActions("Statement"),
    because: "a PartiQL statement is authorized as the action of its verb",
    see: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html",
    examples: [
      {
        input: { Statement: `SELECT * FROM "photos" WHERE id = 'from "users"'` },
        permits: ["dynamodb:PartiQLSelect arn:aws:dynamodb:us-east-1:123456789012:table/photos"],
      },
      {
        input: { Statement: `select id from "photos"."by-date" where day = ?` },
        permits: [
          "dynamodb:PartiQLSelect arn:aws:dynamodb:us-east-1:123456789012:table/photos + arn:aws:dynamodb:us-east-1:123456789012:table/photos/index/by-date",
        ],
      },
      {
        input: { Statement: `INSERT INTO "photos" VALUE {'id': '1'}` },
        permits: ["dynamodb:PartiQLInsert arn:aws:dynamodb:us-east-1:123456789012:table/photos"],
      },
      {
        input: { Statement: "update photos set seen = true where id = '1'" },
        permits: ["dynamodb:PartiQLUpdate arn:aws:dynamodb:us-east-1:123456789012:table/photos"],
      },
    ],
  },
  BatchExecuteStatement: {
    authorizedActions: partiqlActions("Statements[].Statement", "Statements[]"),
    because: "each statement of a batch is authorized as the action of its verb",
    see: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html",
    examples: [
      {
        input: {
          Statements: [{ Statement: `DELETE FROM "photos" WHERE id = '1'` }, { Statement: `SELECT * FROM "users"` }],
        },
        permits: [
          "dynamodb:PartiQLDelete arn:aws:dynamodb:us-east-1:123456789012:table/photos",
          "dynamodb:PartiQLSelect arn:aws:dynamodb:us-east-1:123456789012:table/users",
        ],
      },
    ],
  },
  ExecuteTransaction: {
    authorizedActions: partiqlActions("TransactStatements[].Statement", "TransactStatements[]"),
    because: "each statement of a transaction is authorized as the action of its verb",
    see: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html",
    examples: [
      {
        input: { TransactStatements: [{ Statement: `UPDATE "photos" SET a = 1 WHERE id = '1'` }] },
        permits: ["dynamodb:PartiQLUpdate arn:aws:dynamodb:us-east-1:123456789012:table/photos"],
      },
    ],
  },
});

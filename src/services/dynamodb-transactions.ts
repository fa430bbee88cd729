/** DynamoDB: transactions have no action; each element is authorized as the single-item action on its own table. */
import { operationRules } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { member, ofCall } from "./rule-value.ts";

/** Policies may tell what is done in a transaction from what is done alone. */
const ENCLOSED = { "ForAnyValue:StringEquals": { "dynamodb:EnclosingOperation": ofCall("operation") } };

export default operationRules({
  TransactGetItems: {
    authorizedActions: [
      {
        action: "dynamodb:GetItem",
        resource: filled("table", { TableName: member("TransactItems[].Get.TableName") }),
        conditions: ENCLOSED,
      },
    ],
    because: "a transaction is authorized as the actions of its elements",
    see: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html",
    examples: [
      {
        input: { TransactItems: [{ Get: { TableName: "photos" } }, { Get: { TableName: "users" } }] },
        permits: [
          "dynamodb:GetItem arn:aws:dynamodb:us-east-1:123456789012:table/photos + arn:aws:dynamodb:us-east-1:123456789012:table/users if dynamodb:EnclosingOperation = TransactGetItems",
        ],
      },
    ],
  },
  TransactWriteItems: {
    authorizedActions: [
      {
        action: "dynamodb:PutItem",
        when: whenMember("TransactItems[].Put.TableName"),
        resource: filled("table", { TableName: member("TransactItems[].Put.TableName") }),
        conditions: ENCLOSED,
      },
      {
        action: "dynamodb:UpdateItem",
        when: whenMember("TransactItems[].Update.TableName"),
        resource: filled("table", { TableName: member("TransactItems[].Update.TableName") }),
        conditions: ENCLOSED,
      },
      {
        action: "dynamodb:DeleteItem",
        when: whenMember("TransactItems[].Delete.TableName"),
        resource: filled("table", { TableName: member("TransactItems[].Delete.TableName") }),
        conditions: ENCLOSED,
      },
      {
        action: "dynamodb:ConditionCheckItem",
        when: whenMember("TransactItems[].ConditionCheck.TableName"),
        resource: filled("table", { TableName: member("TransactItems[].ConditionCheck.TableName") }),
      },
    ],
    because: "a transaction is authorized as the actions of its elements",
    see: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html",
    examples: [
      {
        input: {
          TransactItems: [
            { Put: { TableName: "photos" } },
            { ConditionCheck: { TableName: "arn:aws:dynamodb:eu-west-1:111122223333:table/users" } },
          ],
        },
        permits: [
          "dynamodb:PutItem arn:aws:dynamodb:us-east-1:123456789012:table/photos if dynamodb:EnclosingOperation = TransactWriteItems",
          "dynamodb:ConditionCheckItem arn:aws:dynamodb:eu-west-1:111122223333:table/users",
        ],
      },
      {
        input: { TransactItems: [{ Update: { TableName: "a" } }, { Delete: { TableName: "b" } }] },
        permits: [
          "dynamodb:UpdateItem arn:aws:dynamodb:us-east-1:123456789012:table/a if dynamodb:EnclosingOperation = TransactWriteItems",
          "dynamodb:DeleteItem arn:aws:dynamodb:us-east-1:123456789012:table/b if dynamodb:EnclosingOperation = TransactWriteItems",
        ],
      },
    ],
  },
});

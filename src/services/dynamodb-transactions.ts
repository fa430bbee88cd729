/** DynamoDB: transactions have no action; each element is authorized as the single-item action on its own table. */
import { operationRules } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default operationRules({
  TransactGetItems: {
    authorizedActions: [
      {
        action: "dynamodb:GetItem",
        resource: filled("table", { TableName: member("TransactItems[].Get.TableName") }),
      },
    ],
    because: "a transaction is authorized as the actions of its elements",
    see: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html",
    examples: [
      {
        input: { TransactItems: [{ Get: { TableName: "photos" } }, { Get: { TableName: "users" } }] },
        permits: [
          "dynamodb:GetItem arn:aws:dynamodb:us-east-1:123456789012:table/photos + arn:aws:dynamodb:us-east-1:123456789012:table/users",
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
      },
      {
        action: "dynamodb:UpdateItem",
        when: whenMember("TransactItems[].Update.TableName"),
        resource: filled("table", { TableName: member("TransactItems[].Update.TableName") }),
      },
      {
        action: "dynamodb:DeleteItem",
        when: whenMember("TransactItems[].Delete.TableName"),
        resource: filled("table", { TableName: member("TransactItems[].Delete.TableName") }),
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
          "dynamodb:PutItem arn:aws:dynamodb:us-east-1:123456789012:table/photos",
          "dynamodb:ConditionCheckItem arn:aws:dynamodb:eu-west-1:111122223333:table/users",
        ],
      },
      {
        input: { TransactItems: [{ Update: { TableName: "a" } }, { Delete: { TableName: "b" } }] },
        permits: [
          "dynamodb:UpdateItem arn:aws:dynamodb:us-east-1:123456789012:table/a",
          "dynamodb:DeleteItem arn:aws:dynamodb:us-east-1:123456789012:table/b",
        ],
      },
    ],
  },
});

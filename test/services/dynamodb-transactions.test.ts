import { expect, test } from "vitest";
import rules from "../../src/services/dynamodb.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("an item that is written alone has no condition on a transaction", () => {
  expect(permits("PutItem", { TableName: "photos" })).toEqual([
    "dynamodb:PutItem arn:aws:dynamodb:us-east-1:123456789012:table/photos",
  ]);
  expect(permits("TransactWriteItems", { TransactItems: [{ Put: { TableName: "photos" } }] })).toEqual([
    "dynamodb:PutItem arn:aws:dynamodb:us-east-1:123456789012:table/photos if dynamodb:EnclosingOperation = TransactWriteItems",
  ]);
});

import { expect, test } from "vitest";
import { resourcesOf } from "../../src/authorize/rule-resources.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { readsSecret } from "../../src/services/secret-read.ts";
import { exampleCall } from "./example-call.ts";

function arns(SecretArn: string) {
  const subject = { sdkId: "Redshift Data", operation: "ExecuteStatement", signingName: "redshift-data" };
  const view = { call: exampleCall({ input: { SecretArn }, permits: [] }, subject) };
  const { resource, action } = readsSecret("SecretArn");
  const context = { authorization: openAuthorizationIndex(), view, action: `${action}` };
  return resourcesOf(resource, context).map(({ arn, widened }) => [arn, widened?.reason]);
}

test("takes the secret's ARN as it is", () => {
  const arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:app/db-a1B2c3";
  expect(arns(arn)).toEqual([[arn, undefined]]);
});

test("leaves the suffix open where the secret is given by name", () => {
  expect(arns("app/db")).toEqual([
    ["arn:aws:secretsmanager:us-east-1:123456789012:secret:app/db-??????", "secret-suffix-unknown"],
  ]);
});

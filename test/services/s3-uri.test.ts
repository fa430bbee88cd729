import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import type { ResourceRule } from "../../src/services/rule-resource.ts";
import { member } from "../../src/services/rule-value.ts";
import { bucketOf, objectAt, objectsBelow } from "../../src/services/s3-uri.ts";
import { exampleCall } from "./example-call.ts";

function resources(action: string, resource: ResourceRule, uri: string): readonly string[] {
  const rule = {
    authorizedActions: [{ action, resource }],
    because: "of this test",
    see: "https://docs.aws.amazon.com/",
    examples: [{ input: {}, permits: [] }],
  } as const;
  const rules = { sdkId: "Athena", operations: { StartQueryExecution: rule } };
  const authorize = createAuthorizer({
    apis: openApiIndex(),
    authorization: openAuthorizationIndex(),
    rules: () => rules,
  });
  const subject = { sdkId: "Athena", operation: "StartQueryExecution", signingName: "athena" };
  return authorize(exampleCall({ input: { Place: uri }, permits: [] }, subject)).flatMap((found) => found.resources);
}

test.each([
  ["s3://films/out", "arn:aws:s3:::films/out/*"],
  ["s3://films/a/b/", "arn:aws:s3:::films/a/b/*"],
  ["s3://films/", "arn:aws:s3:::films/*"],
  ["s3://films", "arn:aws:s3:::films/*"],
])("means what lies below %s", (uri, arn) => {
  expect(resources("s3:PutObject", objectsBelow(member("Place")), uri)).toEqual([arn]);
});

test("means one object, or its bucket", () => {
  expect(resources("s3:GetObject", objectAt(member("Place")), "s3://films/a b.mp4")).toEqual([
    "arn:aws:s3:::films/a b.mp4",
  ]);
  expect(resources("s3:GetBucketLocation", bucketOf(member("Place")), "s3://films/a.mp4")).toEqual([
    "arn:aws:s3:::films",
  ]);
});

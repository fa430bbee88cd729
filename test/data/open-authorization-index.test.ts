import { expect, test } from "vitest";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";

const index = openAuthorizationIndex();

test("finds an action without regard to case and keeps AWS's spelling", () => {
  expect(index.load("s3")?.actions.get("putobject")?.name).toBe("PutObject");
});

test("an action has its access level, resource types and condition keys", () => {
  const action = index.load("sqs")?.actions.get("sendmessage");

  expect(action?.accessLevel).toBe("Write");
  expect(action?.resourceTypes).toEqual([{ name: "queue", required: true, conditionKeys: [] }]);
});

test("dependent actions come from the last release that lists them", () => {
  expect(index.load("ecs")?.actions.get("runtask")?.dependentActions).toEqual(["iam:PassRole"]);
});

test("the narrower access level stands where the source lists two", () => {
  expect(index.load("s3")?.actions.get("putobjecttagging")?.accessLevel).toBe("Tagging");
  expect(index.load("s3")?.actions.get("putbucketpolicy")?.accessLevel).toBe("Permissions management");
});

test("a resource type has its ARN templates, each on its own", () => {
  expect(index.load("s3")?.resourceTypes.get("object")?.arns).toEqual([
    "arn:${Partition}:s3:::${BucketName}/${ObjectName}",
  ]);
  expect(index.load("lex")?.resourceTypes.get("bot")?.arns).toEqual([
    "arn:${Partition}:lex:${Region}:${Account}:bot/${BotId}",
    "arn:${Partition}:lex:${Region}:${Account}:bot:${BotName}",
  ]);
});

test("a model is the same on every call, and undefined for an unknown prefix", () => {
  expect(index.load("s3")).toBe(index.load("s3"));
  expect(index.load("nothing")).toBeUndefined();
  expect(index.load("../sources")).toBeUndefined();
});

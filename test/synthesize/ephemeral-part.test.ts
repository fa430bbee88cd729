import { describe, expect, test } from "vitest";
import { ephemeralPattern } from "../../src/synthesize/ephemeral-part.ts";
import { SMALL_INDEX } from "../support/authorization-index.ts";

const HASH = "3f2504e04f8941d39a0c0305e82c3301";
const place = "eu-west-1:111122223333";

function pattern(resource: string): string | undefined {
  const model = SMALL_INDEX.load(resource.split(":")[2] ?? "");
  return model && ephemeralPattern(model)(resource);
}

describe("resources that live for one run", () => {
  test.each([
    [`arn:aws:ecs:${place}:task/web/${HASH}`, `arn:aws:ecs:${place}:task/web/*`],
    [`arn:aws:ec2:${place}:instance/i-0123456789abcdef0`, `arn:aws:ec2:${place}:instance/i-*`],
    [
      `arn:aws:logs:${place}:log-group:/aws/lambda/f:log-stream:2026/11/21/[$LATEST]${HASH}`,
      `arn:aws:logs:${place}:log-group:/aws/lambda/f:log-stream:*/[$LATEST]*`,
    ],
  ])("%s is %s", (resource, expected) => {
    expect(pattern(resource)).toBe(expected);
  });
});

test.each([
  `arn:aws:ecs:${place}:cluster/${HASH}`,
  `arn:aws:ecs:${place}:task/web/nightly`,
  `arn:aws:kms:${place}:key/0f8fad5b-d9cb-469f-a165-70867728950e`,
  `arn:aws:ec2:${place}:vpc/vpc-0123456789abcdef0`,
  `arn:aws:ec2:${place}:instance/*`,
  `arn:aws:logs:${place}:log-group:app:log-stream:main`,
])("%s stays", (resource) => {
  expect(pattern(resource)).toBeUndefined();
});

import { expect, test } from "vitest";
import { serverlessText } from "../../src/merge/serverless-value.ts";

test.each([
  ["account and region", "arn:aws:a:${aws:region}:${aws:accountId}:x", "arn:aws:a:*:*:x", false],
  ["the region that the file deploys to", "arn:aws:a:${self:provider.region}:1:x", "arn:aws:a:*:1:x", false],
  ["its fallback", "a:${opt:region, ${self:provider.region}}:${opt:region, 'eu-west-1'}", "a:*:*", false],
  ["pseudo parameters of the plug-in", "arn:aws:a:#{AWS::Region}:#{AWS::AccountId}:x", "arn:aws:a:*:*:x", false],
  ["a variable of the file", "x/${self:custom.name}", "x/*", true],
  ["one inside another", "x/${self:custom.${sls:stage}.name}/y", "x/*/y", true],
  ["another file", "${file(iam/${opt:stage}.yml):statements}", "*", true],
  ["a fallback", "x-${opt:stage, 'dev'}", "x-*", true],
  ["variables of IAM", "x/${aws:username}/${*}", "x/${aws:username}/${*}", false],
  ["parameters of CloudFormation", "${AWS::Region}/${Bucket}", "${AWS::Region}/${Bucket}", false],
  ["no variable", "plain", "plain", false],
])("%s", (_, text, read, isComputed) => {
  expect(serverlessText()(text)).toMatchObject({ text: read, isComputed });
});

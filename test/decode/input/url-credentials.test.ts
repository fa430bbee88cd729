import { expect, test } from "vitest";
import { carriesCredentials } from "../../../src/decode/input/url-credentials.ts";

test.each([
  "https://bot:ghp_token@git.example.com/x.git",
  "https://ghp_token@git.example.com/x.git",
  "mongodb://u:p@ss@host/db",
  "jdbc:mysql://u:p@host/db",
  "https://b.s3.amazonaws.com/t.json?X-Amz-Date=1&X-Amz-Signature=00ff",
  "https://b.s3.amazonaws.com/t.json?x-amz-security-token=FwoG",
  "https://b.s3.amazonaws.com/t.json?AWSAccessKeyId=x&Signature=abc%3D&Expires=1",
  "https://d111.cloudfront.net/t.json?Expires=1&Signature=a~b&Key-Pair-Id=K2",
  "https://x.blob.core.windows.net/c/t?sv=1&sig=abc",
  "https://hooks.example.com/in?token=abc",
  "https://hooks.example.com/in?a=1;api_key=abc",
  "https://hooks.example.com/in?client%5Fsecret=abc",
  "https://hooks.example.com/in#access_token=abc",
  "HTTPS://h.example.com/?PassWord=abc",
])("%s lets in whoever holds it", (text) => {
  expect(carriesCredentials(text)).toBe(true);
});

test.each([
  "https://b.s3.amazonaws.com/t.json?versionId=3sL4kqtJlcpXroDTDmJ",
  "https://sqs.us-east-1.amazonaws.com/111122223333/jobs",
  "https://api.example.com/users?page=2&author=me",
  "https://example.com/@user/tokens/signature",
  "s3://photos/cat@home.jpg",
  "alice@example.com",
  "arn:aws:sns:us-east-1:111122223333:signature=token",
  "",
])("%s does not", (text) => {
  expect(carriesCredentials(text)).toBe(false);
});

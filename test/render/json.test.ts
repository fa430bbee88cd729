import { expect, test } from "vitest";
import { json } from "../../src/render/json.ts";
import { identityPolicy } from "../support/identity-policy.ts";
import { SETTINGS } from "../support/policy-sample.ts";

test("a policy is its document, with two spaces and a line end", () => {
  const policy = identityPolicy(
    { ids: ["k1"] },
    {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "IamgenS3Read",
          Effect: "Allow",
          Action: "s3:GetObject",
          Resource: ["arn:aws:s3:::b/1", "arn:aws:s3:::b/ü"],
        },
      ],
    },
  );
  expect(json.render({ policies: [policy], findings: [] }, SETTINGS)).toEqual([
    {
      suffix: "",
      extension: "json",
      text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "IamgenS3Read",
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": [
        "arn:aws:s3:::b/1",
        "arn:aws:s3:::b/ü"
      ]
    }
  ]
}
`,
    },
  ]);
});

test("a session policy is written without white space", () => {
  const document = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/my key" }],
  } as const;
  const settings = { ...SETTINGS, attachAs: "session-policy" } as const;
  const [file] = json.render({ policies: [identityPolicy({ ids: ["k1"] }, document)], findings: [] }, settings);
  expect(file?.text).toBe(
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/my key"}]}\n',
  );
});

test("no policy is no file", () => {
  expect(json.render({ policies: [], findings: [] }, SETTINGS)).toEqual([]);
});

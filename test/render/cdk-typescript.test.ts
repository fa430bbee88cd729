import { expect, test } from "vitest";
import { cdkTypescript } from "../../src/render/cdk-typescript.ts";
import { NO_DOCUMENT, ONE_DOCUMENT, SETTINGS, SEVERAL_DOCUMENTS } from "../support/policy-sample.ts";

test("each document is a function that returns its statements", () => {
  const [file, ...more] = cdkTypescript.render(SEVERAL_DOCUMENTS, SETTINGS);
  expect(more).toEqual([]);
  expect(file).toMatchObject({ suffix: "", extension: "ts" });
  expect(file?.text).toMatch(
    /^import \{ Aws, aws_iam as iam \} from "aws-cdk-lib";\n\nexport function iamgenWorker1\(\)/,
  );
  expect(file?.text.match(/(?<=function )\w+/g)).toEqual(["iamgenWorker1", "iamgenWorker2", "iamgenK2"]);
});

test("a statement is written as formatters leave it", () => {
  expect(cdkTypescript.render(ONE_DOCUMENT, SETTINGS)[0]?.text).toContain(
    `    new iam.PolicyStatement({
      sid: "IamgenKmsRead",
      effect: iam.Effect.ALLOW,
      actions: ["kms:Decrypt"],
      resources: [\`arn:\${Aws.PARTITION}:kms:\${Aws.REGION}:\${Aws.ACCOUNT_ID}:key/0f3a\`],
      conditions: {
        StringEquals: {
          "kms:ViaService": \`s3.\${Aws.REGION}.amazonaws.com\`,
        },
`,
  );
});

test("everything literal imports no pseudo parameter", () => {
  expect(cdkTypescript.render(ONE_DOCUMENT, { ...SETTINGS, literal: true })[0]?.text).not.toMatch(/\bAws\b/);
});

test("no policy, no file", () => {
  expect(cdkTypescript.render(NO_DOCUMENT, SETTINGS)).toEqual([]);
});

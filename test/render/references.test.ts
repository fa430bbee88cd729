/** The same two ARNs in every format that can hold references: one that is a resource, one that is within it. */
import { expect, test } from "vitest";
import { arnNamer } from "../../src/iam/named-arn.ts";
import { FORMATS, rendererFor } from "../../src/render/index.ts";
import { ONE_DOCUMENT, SETTINGS } from "../support/policy-sample.ts";

const EXPRESSIONS = { terraform: 'aws_s3_bucket.b["x"].arn', template: "Photos.Arn" };

function textIn(format: string, name?: string): string {
  const renderer = rendererFor(format);
  const nameOf = arnNamer([
    { arn: "arn:aws:s3:::photos", expression: name ?? EXPRESSIONS[renderer?.references ?? "terraform"] },
  ]);
  return renderer?.render(ONE_DOCUMENT, { ...SETTINGS, nameOf })[0]?.text ?? "";
}

test.each([
  ["terraform", ['      aws_s3_bucket.b["x"].arn,', '"${aws_s3_bucket.b["x"].arn}/home/$${aws:username}/*",']],
  [
    "terraform-json",
    ['"${aws_s3_bucket.b[\\"x\\"].arn}"', '"${aws_s3_bucket.b[\\"x\\"].arn}/home/$${aws:username}/*"'],
  ],
  ["cloudformation", ["- !GetAtt Photos.Arn", '- !Sub "${Photos.Arn}/home/${!aws:username}/*"']],
  ["cloudformation-json", ['"Fn::GetAtt": [', '"Fn::Sub": "${Photos.Arn}/home/${!aws:username}/*"']],
  ["sam", ["- !GetAtt Photos.Arn", "${Photos.Arn}/home/${!aws:username}/*"]],
  ["serverless", ["- !GetAtt Photos.Arn", "${Photos.Arn}/home/${!aws:username}/*"]],
  [
    "cdk-typescript",
    [
      'import { Aws, Fn, aws_iam as iam } from "aws-cdk-lib";',
      'Fn.getAtt("Photos", "Arn").toString(),',
      '`${Fn.getAtt("Photos", "Arn").toString()}/home/\\${aws:username}/*`',
    ],
  ],
  [
    "cdk-python",
    [
      "from aws_cdk import Aws, Fn\n",
      'Fn.get_att("Photos", "Arn").to_string(),',
      "f\"{Fn.get_att('Photos', 'Arn').to_string()}/home/${{aws:username}}/*\"",
    ],
  ],
])("%s", (format, texts) => {
  const text = textIn(format);
  for (const wanted of texts) expect(text).toContain(wanted);
  expect(text).not.toContain("s3:::photos");
});

test.each([
  ["cloudformation", ["- !Ref Photos\n", '"${Photos}/home/']],
  ["cloudformation-json", ['"Ref": "Photos"', '"Fn::Sub": "${Photos}/home/']],
  ["serverless", ["- !Ref Photos\n"]],
  ["cdk-typescript", ['Fn.ref("Photos"),', '`${Fn.ref("Photos")}/home/']],
  ["cdk-python", ['Fn.ref("Photos"),', "{Fn.ref('Photos')}/home/"]],
])("%s refers to a resource by itself", (format, texts) => {
  const text = textIn(format, "Photos");
  for (const wanted of texts) expect(text).toContain(wanted);
});

test("formats without resources of their own say so", () => {
  const without = FORMATS.filter((format) => rendererFor(format)?.references === undefined);
  expect(without).toEqual(["ack", "json", "markdown", "pulumi-typescript", "vault", "yaml"]);
});

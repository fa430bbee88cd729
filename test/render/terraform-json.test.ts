import { expect, test } from "vitest";
import { terraformJson } from "../../src/render/terraform-json.ts";
import { NO_DOCUMENT, ONE_DOCUMENT, SETTINGS } from "../support/policy-sample.ts";

const read = (...parameters: Parameters<typeof terraformJson.render>) =>
  JSON.parse(terraformJson.render(...parameters)[0]?.text ?? "");

test("blocks are nested by their labels", () => {
  const [file, ...more] = terraformJson.render(ONE_DOCUMENT, SETTINGS);
  expect(more).toEqual([]);
  expect(file).toMatchObject({ suffix: "", extension: "tf.json" });
  expect(read(ONE_DOCUMENT, SETTINGS)).toMatchObject({
    data: {
      aws_partition: { current: {} },
      aws_region: { current: {} },
      aws_caller_identity: { current: {} },
      aws_iam_policy_document: { iamgen: { statement: [{ sid: "IamgenS3Read" }, { sid: "IamgenKmsRead" }] } },
    },
    variable: { role: { description: "Name of the role that gets the policy", type: "string" } },
    resource: {
      aws_iam_policy: { iamgen: { name: "iamgen", policy: "$" + "{data.aws_iam_policy_document.iamgen.json}" } },
      aws_iam_role_policy_attachment: {
        iamgen: { role: "$" + "{var.role}", policy_arn: "$" + "{aws_iam_policy.iamgen.arn}" },
      },
    },
  });
});

test("texts are templates, so IAM's own variables are escaped", () => {
  const [first, second] = read(ONE_DOCUMENT, { ...SETTINGS, literal: true }).data.aws_iam_policy_document.iamgen
    .statement;
  expect(first.resources).toContain("arn:aws:s3:::photos/home/$$" + "{aws:username}/*");
  expect(second.condition[0]).toEqual({
    test: "StringEquals",
    variable: "kms:ViaService",
    values: ["s3.eu-west-1.amazonaws.com"],
  });
});

test("everything literal needs no data source", () => {
  expect(Object.keys(read(ONE_DOCUMENT, { ...SETTINGS, literal: true }).data)).toEqual(["aws_iam_policy_document"]);
});

test("no policy, no file", () => {
  expect(terraformJson.render(NO_DOCUMENT, SETTINGS)).toEqual([]);
});

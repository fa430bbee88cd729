import { expect, test } from "vitest";
import { cloudformationJson } from "../../src/render/cloudformation-json.ts";
import { NO_DOCUMENT, ONE_DOCUMENT, SETTINGS } from "../support/policy-sample.ts";

test("functions stand in their long form", () => {
  const [file, ...more] = cloudformationJson.render(ONE_DOCUMENT, SETTINGS);
  expect(more).toEqual([]);
  expect(file).toMatchObject({ suffix: "", extension: "json" });
  const { Properties } = JSON.parse(file?.text ?? "").Resources.Iamgen;
  expect(Properties.Roles).toEqual([{ Ref: "RoleName" }]);
  expect(Properties.PolicyDocument.Statement[0].Resource[1]).toEqual({
    "Fn::Sub": "arn:$" + "{AWS::Partition}:s3:::photos/home/$" + "{!aws:username}/*",
  });
});

test("no policy, no file", () => {
  expect(cloudformationJson.render(NO_DOCUMENT, SETTINGS)).toEqual([]);
});

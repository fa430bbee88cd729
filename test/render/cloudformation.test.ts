import { expect, test } from "vitest";
import { cloudformation } from "../../src/render/cloudformation.ts";
import { NO_DOCUMENT, ONE_DOCUMENT, SETTINGS } from "../support/policy-sample.ts";

test("functions stand in their short form", () => {
  const [file, ...more] = cloudformation.render(ONE_DOCUMENT, SETTINGS);
  expect(more).toEqual([]);
  expect(file).toMatchObject({ suffix: "", extension: "yaml" });
  expect(file?.text).toContain("      Roles:\n        - !Ref RoleName\n");
  expect(file?.text).toContain(
    "Resource: !Sub arn:$" + "{AWS::Partition}:kms:$" + "{AWS::Region}:$" + "{AWS::AccountId}:key/0f3a\n",
  );
});

test("everything literal names no pseudo parameter", () => {
  expect(cloudformation.render(ONE_DOCUMENT, { ...SETTINGS, literal: true })[0]?.text).not.toMatch(/AWS::(?!IAM)/);
});

test("no policy, no file", () => {
  expect(cloudformation.render(NO_DOCUMENT, SETTINGS)).toEqual([]);
});

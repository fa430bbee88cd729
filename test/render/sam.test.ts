import { expect, test } from "vitest";
import { sam } from "../../src/render/sam.ts";
import { NO_DOCUMENT, ONE_DOCUMENT, SETTINGS, SEVERAL_DOCUMENTS } from "../support/policy-sample.ts";

test("what a role gets is a piece for a function", () => {
  const [file, ...more] = sam.render(ONE_DOCUMENT, SETTINGS);
  expect(more).toEqual([]);
  expect(file).toMatchObject({ suffix: "", extension: "yaml" });
  expect(file?.text).toMatch(
    /^# Under Properties of an AWS::Serverless::Function\nPolicies:\n {2}- Version: "2012-10-17"\n/,
  );
});

test("each document is a file of its own", () => {
  const files = sam.render(SEVERAL_DOCUMENTS, { ...SETTINGS, attachAs: "role-inline" });
  expect(files.map(({ suffix }) => suffix)).toEqual(["-worker-1", "-worker-2", "-k2"]);
});

test("what no role gets is a template", () => {
  const [file, ...more] = sam.render(SEVERAL_DOCUMENTS, { ...SETTINGS, attachAs: "user-inline" });
  expect(more).toEqual([]);
  expect(file?.text).toMatch(/^AWSTemplateFormatVersion: "2010-09-09"\nTransform: AWS::Serverless-2016-10-31\n/);
  expect(file?.text).toContain("        - !Ref UserName\n");
});

test("no policy, no file", () => {
  expect(sam.render(NO_DOCUMENT, SETTINGS)).toEqual([]);
  expect(sam.render(NO_DOCUMENT, { ...SETTINGS, attachAs: "user-inline" })).toEqual([]);
});

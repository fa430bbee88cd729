import { expect, test } from "vitest";
import { cdkPython } from "../../src/render/cdk-python.ts";
import { NO_DOCUMENT, ONE_DOCUMENT, SETTINGS, SEVERAL_DOCUMENTS } from "../support/policy-sample.ts";

test("each document is a function that returns its statements", () => {
  const [file, ...more] = cdkPython.render(SEVERAL_DOCUMENTS, SETTINGS);
  expect(more).toEqual([]);
  expect(file).toMatchObject({ suffix: "", extension: "py" });
  expect(file?.text).toMatch(
    /^from aws_cdk import Aws\nfrom aws_cdk import aws_iam as iam\n\n\ndef iamgen_worker_1\(\)/,
  );
  expect(file?.text.match(/(?<=def )\w+/g)).toEqual(["iamgen_worker_1", "iamgen_worker_2", "iamgen_k2"]);
});

test("a text with a place is an f-string with doubled braces", () => {
  expect(cdkPython.render(ONE_DOCUMENT, SETTINGS)[0]?.text).toContain(
    'f"arn:{Aws.PARTITION}:s3:::photos/home/${{aws:username}}/*",\n',
  );
});

test("everything literal is plain strings", () => {
  const text = cdkPython.render(ONE_DOCUMENT, { ...SETTINGS, literal: true })[0]?.text;
  expect(text).not.toMatch(/\bAws\b|f"/);
  expect(text).toContain('"arn:aws:s3:::photos/home/$' + '{aws:username}/*",\n');
});

test("no policy, no file", () => {
  expect(cdkPython.render(NO_DOCUMENT, SETTINGS)).toEqual([]);
});

import { expect, test } from "vitest";
import { serverless } from "../../src/render/serverless.ts";
import { NO_DOCUMENT, ONE_DOCUMENT, SETTINGS, SEVERAL_DOCUMENTS } from "../support/policy-sample.ts";

test("statements belong to the role of the provider", () => {
  const [file, ...more] = serverless.render(ONE_DOCUMENT, SETTINGS);
  expect(more).toEqual([]);
  expect(file).toMatchObject({ suffix: "", extension: "yml" });
  expect(file?.text).toMatch(/^provider:\n {2}iam:\n {4}role:\n {6}statements:\n {8}- Sid: IamgenS3Read\n/);
});

test.each([true, false])("no text is a variable of Serverless, literal: %s", (literal) => {
  const files = serverless.render(SEVERAL_DOCUMENTS, { ...SETTINGS, literal });
  expect(files.map(({ suffix }) => suffix)).toEqual(["-worker-1", "-worker-2", "-k2"]);
  expect(files.filter(({ text }) => /\$\{[a-z]/.test(text))).toEqual([]);
  expect(files[0]?.text).toContain("$" + "{!aws:username}");
});

test("what no role gets is a resource", () => {
  const [file, ...more] = serverless.render(SEVERAL_DOCUMENTS, { ...SETTINGS, attachAs: "group-inline" });
  expect(more).toEqual([]);
  expect(file?.text).toMatch(/^resources:\n {2}Parameters:\n {4}GroupName:\n/);
});

test("no policy, no file", () => {
  expect(serverless.render(NO_DOCUMENT, SETTINGS)).toEqual([]);
  expect(serverless.render(NO_DOCUMENT, { ...SETTINGS, attachAs: "user-inline" })).toEqual([]);
});

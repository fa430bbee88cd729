import { expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { yaml } from "../../src/render/yaml.ts";
import { NO_DOCUMENT, ONE_DOCUMENT, SETTINGS, SEVERAL_DOCUMENTS } from "../support/policy-sample.ts";

test("a document read back is the document, with everything literal", () => {
  const [file] = yaml.render(ONE_DOCUMENT, SETTINGS);
  expect(file).toMatchObject({ suffix: "", extension: "yaml" });
  expect(parse(file?.text ?? "")).toEqual(ONE_DOCUMENT.policies[0]?.documents[0]);
  expect(file?.text).toMatch(/^Version: /);
});

test("several documents are several files, and one stream when printed", () => {
  const files = yaml.render(SEVERAL_DOCUMENTS, SETTINGS);
  expect(files.map(({ suffix }) => suffix)).toEqual(["-worker-1", "-worker-2", "-k2"]);
  const stream = parseAllDocuments(files.map(({ text }) => text).join(""));
  expect(stream.map((document) => document.toJS())).toEqual(
    SEVERAL_DOCUMENTS.policies.flatMap(({ documents }) => documents),
  );
});

test("no policy, no file", () => {
  expect(yaml.render(NO_DOCUMENT, SETTINGS)).toEqual([]);
});

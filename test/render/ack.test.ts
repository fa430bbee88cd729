import { expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { ack } from "../../src/render/ack.ts";
import { NO_DOCUMENT, SETTINGS, SEVERAL_DOCUMENTS } from "../support/policy-sample.ts";

test("each document is a resource of one stream", () => {
  const [file, ...more] = ack.render(SEVERAL_DOCUMENTS, SETTINGS);
  expect(more).toEqual([]);
  expect(file).toMatchObject({ suffix: "", extension: "yaml" });
  const resources = parseAllDocuments(file?.text ?? "").map((document) => document.toJS());
  expect(resources.map(({ metadata }) => metadata.name)).toEqual(["iamgen-worker-1", "iamgen-worker-2", "iamgen-k2"]);
  expect(resources[0]).toMatchObject({
    apiVersion: "iam.services.k8s.aws/v1alpha1",
    kind: "Policy",
    spec: { name: "iamgen-worker-1" },
  });
  expect(resources.map(({ spec }) => JSON.parse(spec.policyDocument))).toEqual(
    SEVERAL_DOCUMENTS.policies.flatMap(({ documents }) => documents),
  );
});

test("no policy, no file", () => {
  expect(ack.render(NO_DOCUMENT, SETTINGS)).toEqual([]);
});

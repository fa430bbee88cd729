import { expect, test } from "vitest";
import { camelCase, deployableDocuments, pascalCase, snakeCase } from "../../src/render/deployable.ts";
import { placesOf } from "../../src/render/policy-template.ts";
import { ONE_DOCUMENT, SEVERAL_DOCUMENTS } from "../support/policy-sample.ts";

test("documents are named by identity and number", () => {
  const names = deployableDocuments(SEVERAL_DOCUMENTS, { literal: false }).map(({ name }) => name);
  expect(names).toEqual(["iamgen-worker-1", "iamgen-worker-2", "iamgen-k2"]);
  expect(names.map(snakeCase)).toEqual(["iamgen_worker_1", "iamgen_worker_2", "iamgen_k2"]);
  expect(names.map(pascalCase)).toEqual(["IamgenWorker1", "IamgenWorker2", "IamgenK2"]);
  expect(names.map(camelCase)).toEqual(["iamgenWorker1", "iamgenWorker2", "iamgenK2"]);
});

test("places are told apart unless everything is to be literal", () => {
  const places = (literal: boolean) =>
    deployableDocuments(ONE_DOCUMENT, { literal }).map(({ statements }) => placesOf(statements));
  expect(places(false)).toEqual([["partition", "region", "account"]]);
  expect(places(true)).toEqual([[]]);
});

import { expect, test } from "vitest";
import type { PolicyDocument } from "../../src/iam/policy-document.ts";
import { namedDocuments } from "../../src/render/file-suffix.ts";
import { identityPolicy } from "../support/identity-policy.ts";

const document: PolicyDocument = { Version: "2012-10-17", Statement: [] };
const WORKER = "arn:aws:iam::111122223333:role/team/worker";

const suffixes = (...policies: Parameters<typeof identityPolicy>[]) =>
  namedDocuments({ policies: policies.map((args) => identityPolicy(...args)), findings: [] }).map(
    ({ suffix }) => suffix,
  );

test("one document needs no name", () => {
  expect(suffixes([{ ids: ["k1"], arn: WORKER }, document])).toEqual([""]);
});

test("documents of one identity are numbered", () => {
  expect(suffixes([{ ids: ["k1"], arn: WORKER }, document, document])).toEqual(["-1", "-2"]);
});

test("identities are named by role or user, else by id", () => {
  expect(
    suffixes(
      [{ ids: ["k1"], arn: WORKER }, document, document],
      [{ ids: ["k2"] }, document],
      [{ ids: ["k3"], arn: "arn:aws:sts::111122223333:assumed-role/deploy" }, document],
    ),
  ).toEqual(["-worker-1", "-worker-2", "-k2", "-deploy"]);
});

test("identities of one name are told apart", () => {
  expect(
    suffixes(
      [{ ids: ["k1"], arn: WORKER, account: "111122223333" }, document],
      [{ ids: ["k2"], arn: "arn:aws:iam::444455556666:user/worker", account: "444455556666" }, document],
    ),
  ).toEqual(["-worker-111122223333-1", "-worker-444455556666-2"]);
});

test("an identity without documents has no file and needs no naming of the other", () => {
  expect(suffixes([{ ids: ["k1"], arn: WORKER }], [{ ids: ["k2"] }, document])).toEqual([""]);
});

test("characters that file names do not take become dashes", () => {
  expect(
    suffixes([{ ids: ["k1"], arn: "arn:aws:iam::1:user/a@b c=,+" }, document], [{ ids: ["k2"] }, document]),
  ).toEqual(["-a-b-c-", "-k2"]);
});

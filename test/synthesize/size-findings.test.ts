import { expect, test } from "vitest";
import type { Attachment } from "../../src/iam/attachment.ts";
import type { PolicyDocument } from "../../src/iam/policy-document.ts";
import { requirementsOf } from "../../src/synthesize/requirement.ts";
import { sizeFindings } from "../../src/synthesize/size-findings.ts";
import { observed } from "../support/observed-permission.ts";

const FRAME = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"","Resource":"*"}]}'.length;
const sized = (characters: number): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "x".repeat(characters - FRAME), Resource: "*" }],
});
const found = (attachAs: Attachment, ...sizes: number[]) =>
  sizeFindings(sizes.map(sized), attachAs).map(({ severity, message }) => `${severity}: ${message}`);

test.each<[Attachment, number]>([
  ["managed-policy", 6144],
  ["role-inline", 10_240],
  ["user-inline", 2048],
  ["group-inline", 5120],
  ["session-policy", 2047],
  ["permissions-boundary", 6144],
])("one document for %s of %i characters is nothing to say", (attachAs, size) => {
  expect(found(attachAs, size)).toEqual([]);
  expect(found(attachAs, size + 1)).toHaveLength(1);
});

test("no document is nothing to say", () => {
  expect(sizeFindings([], "managed-policy")).toEqual([]);
});

test.each<[Attachment, number[], string]>([
  [
    "managed-policy",
    [6000, 500],
    "info: 6500 characters do not fit the 6144 of one managed policy: split into 2 documents",
  ],
  [
    "managed-policy",
    Array.from({ length: 11 }, () => 6000),
    "warning: 66000 characters do not fit the 6144 of one managed policy: split into 11 documents, more than the 10 that one principal takes by default",
  ],
  [
    "managed-policy",
    [7000],
    "warning: 7000 characters do not fit the 6144 of one managed policy: it stays one document; one statement alone is larger, and AWS will refuse it",
  ],
  [
    "user-inline",
    [2000, 500],
    "warning: 2500 characters do not fit the 2048 of all inline policies of one user: split into 2 documents, which cannot be attached together: use `--attach-as managed-policy`",
  ],
  [
    "session-policy",
    [2000, 500],
    "warning: 2500 characters do not fit the 2047 of the policy of one session: split into 2 documents, and a session takes one: use several sessions, or a role of its own",
  ],
  [
    "permissions-boundary",
    [6000, 500],
    "warning: 6500 characters do not fit the 6144 of a permissions boundary: split into 2 documents, and a principal has one boundary: use several principals",
  ],
])("%s in documents of %j", (attachAs, sizes, expected) => {
  expect(found(attachAs, ...sizes)).toEqual([expected]);
});

test("calls that need two documents at once are told where only one can take effect", () => {
  const requirements = requirementsOf([
    observed("s3:GetObject", "a", { call: 1 }),
    observed("s3:PutObject", "a", { call: 1 }),
    observed("s3:GetObject", "b", { call: 2 }),
  ]);
  const allowed = [0, 1, 0].map((document) => [
    { document, statement: 0, effect: "Allow" as const, actions: [], resources: [] },
  ]);
  const trials = requirements
    .toSorted((a, b) => a.resource.localeCompare(b.resource))
    .map((requirement, index) => ({ requirement, allowedBy: allowed[index] ?? [] }));
  const documents = [sized(2000), sized(500)];
  expect(sizeFindings(documents, "session-policy", trials)).toMatchObject([
    { calls: [1], message: expect.stringMatching(/; one call needs two of them at once$/) },
  ]);
  expect(sizeFindings([sized(6000), sized(500)], "managed-policy", trials)).toMatchObject([{ calls: [] }]);
});

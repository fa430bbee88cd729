/**
 * Whole recordings to the files that people get. Each document, as it is committed, is then judged anew: it allows all that
 * is needed, by the product's evaluator and by the plain one, and nothing beside it.
 */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { ApiCall } from "../../src/decode/api-call.ts";
import { compilePrincipal } from "../../src/iam/evaluate-principal.ts";
import type { PolicyDocument, Statement } from "../../src/iam/policy-document.ts";
import { policySize } from "../../src/iam/quotas.ts";
import { valuesOf } from "../../src/iam/statement.ts";
import { hasWildcard } from "../../src/iam/wildcard.ts";
import { explainCalls, openRecordings, type PolicySet, type PolicySettings, policiesOf } from "../../src/pipeline.ts";
import type { Recording } from "../../src/record/recording.ts";
import { json } from "../../src/render/json.ts";
import { apiCall } from "../support/api-call.ts";
import { recordingOf } from "../support/generated-recording.ts";
import { expectGolden, goldenText } from "../support/golden.ts";
import { PATIENCE } from "../support/long-run.ts";
import { naiveDecision } from "../support/naive-evaluator.ts";

const ACCOUNT = "111122223333";

async function policySetOf(recording: Recording, settings: PolicySettings = {}): Promise<PolicySet> {
  return policiesOf(recording, await explainCalls(recording, settings), settings);
}

const recorded = (name: string): Promise<Recording> =>
  openRecordings([{ name, text: goldenText(`${name}/recording.ndjson`) }]);

/** What is said of calls, whatever the policy: it is the matter of other tests, and grows with every rule. */
const REMARKS = ["deprecated-operation", "may-need-more", "needs-no-permission", "stand-in-account"];

const findingsText = ({ policies, findings }: PolicySet): string =>
  [...policies.flatMap((policy) => policy.findings), ...findings]
    .filter(({ code }) => !REMARKS.includes(code))
    .map(({ code, severity, message, calls }) => `${severity} ${code}: ${message} (${callsText(calls)})\n`)
    .join("");

const callsText = (calls: readonly number[]): string =>
  calls.length > 10 ? `${calls.length} calls` : `calls ${calls.join(", ")}`;

/** Compares documents and findings with the committed ones, and judges these. */
function expectPolicies(name: string, policySet: PolicySet, isExact = true): void {
  const files = json.render(policySet, { literal: true, attachAs: "managed-policy" });
  for (const { suffix, text } of files) expectGolden(`${name}${suffix}.json`, text);
  expectGolden(`${name}.findings.txt`, findingsText(policySet));
  const committed = files.map(({ suffix }): PolicyDocument => JSON.parse(goldenText(`${name}${suffix}.json`)));
  let next = 0;
  for (const { needed, documents, proof } of policySet.policies) {
    expect(proof).toMatchObject({ sufficient: true, minimal: true, failures: [] });
    const own = committed.slice(next, next + documents.length);
    expectAllowed(own, needed);
    if (isExact) expectNothingBeside(own, needed);
    next += documents.length;
  }
}

const contextOf = ({ Condition = {} }: Statement): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.entries(Condition)
      .filter(([operator]) => operator !== "Null")
      .flatMap(([, keys]) => Object.entries(keys).map(([key, values]) => [key, valuesOf(values).slice(0, 1)])),
  );

const AS_USER = { "aws:username": ["me"] };

interface Asked {
  readonly action: string;
  /** As in the policy. */
  readonly resource: string;
  readonly context: Record<string, readonly string[]>;
}

const askedFor = (statement: Statement): Asked => ({
  action: valuesOf(statement.Action)[0] ?? "",
  resource: (valuesOf(statement.Resource)[0] ?? "").replace("$" + "{aws:username}", "me"),
  context: { ...contextOf(statement), ...AS_USER },
});

function expectAllowed(documents: readonly PolicyDocument[], needed: readonly Statement[]): void {
  const decide = compilePrincipal({ identity: documents });
  const denied = needed
    .map(askedFor)
    .filter((asked) => decide({ ...asked, resourceIsPattern: true }).kind !== "allowed");
  expect(denied).toEqual([]);
}

/** Of requests without wildcards the plain evaluator allows each, and none for a resource whose name goes on. */
function expectNothingBeside(documents: readonly PolicyDocument[], needed: readonly Statement[]): void {
  const asked = needed.map(askedFor);
  const wide = new Set(asked.filter(({ resource }) => hasWildcard(resource)).map(({ action }) => action));
  const exact = asked.filter(({ action }) => !wide.has(action)).slice(0, 100);
  expect(exact.filter((one) => naiveDecision(documents, one) !== "allowed")).toEqual([]);
  const beside = exact.map((one) => ({ ...one, resource: `${one.resource}x` }));
  expect(beside.filter((one) => naiveDecision(documents, one) !== "implicitly-denied")).toEqual([]);
}

describe("recorded", { timeout: PATIENCE }, () => {
  test("the demo: a photo album on S3 and DynamoDB", async () => {
    expectPolicies("demo/policy", await policySetOf(await recorded("demo")));
  });

  test("Terraform: 22 resources made and destroyed, 103 operations in one document", async () => {
    const recording = await recorded("terraform");
    expect(new Set(recording.calls.map(({ sdkId, operation }) => `${sdkId} ${operation}`)).size).toBe(103);
    const policySet = await policySetOf(recording);
    expect(policySet.policies.flatMap(({ documents }) => documents)).toHaveLength(1);
    expectPolicies("terraform/policy", policySet);
  });

  test("two roles, and the user who assumed them: a policy for each", async () => {
    expectPolicies("two-roles/policy", await policySetOf(await recorded("two-roles")));
  });

  test("three denials: included, left out, and alone", async () => {
    for (const denied of ["include", "exclude", "only"] as const) {
      expectPolicies(`three-denials/${denied}`, await policySetOf(await recorded("three-denials"), { denied }));
    }
  });
});

const many = (count: number, callOf: (index: number) => Partial<ApiCall>): Recording =>
  recordingOf(Array.from({ length: count }, (_, index) => apiCall({ account: ACCOUNT, ...callOf(index) })));

const photo = (index: number): Partial<ApiCall> => ({
  operation: "GetObject",
  input: { Bucket: "holiday-photos", Key: `2026/summer/IMG_${String(index * 37 + 1000)}.jpg` },
});

const table = (index: number): Partial<ApiCall> => ({
  sdkId: "DynamoDB",
  signingName: "dynamodb",
  operation: "GetItem",
  input: { TableName: `tenant-${String(index).padStart(4, "0")}-orders` },
  members: ["Key", "TableName"],
});

describe("many resources", { timeout: PATIENCE }, () => {
  test("300 objects below one prefix: exactly, and as the user generalises them", async () => {
    const recording = many(300, photo);
    expectPolicies("s3-300-keys/exact", await policySetOf(recording));
    const generalise = ["arn:aws:s3:::holiday-photos/2026/summer/*"];
    expectPolicies("s3-300-keys/generalised", await policySetOf(recording, { generalise }));
  });

  test("6,000 tables, one call each: split without loss, or widened into one document", async () => {
    const recording = many(6000, table);
    const explained = await explainCalls(recording);
    const split = (await policiesOf(recording, explained)).policies.flatMap(({ documents }) => documents);
    const texts = split.map((document) => JSON.stringify(document));
    expectGolden(
      "dynamodb-6000-tables/split.json",
      `${JSON.stringify(
        {
          documents: split.length,
          statements: split.flatMap(({ Statement }) => Statement).length,
          characters: split.reduce((sum, document) => sum + policySize(document), 0),
          sha256: createHash("sha256").update(texts.join("\n")).digest("hex"),
        },
        undefined,
        2,
      )}\n`,
    );
    const resources = split.flatMap(({ Statement }) => Statement.flatMap(({ Resource }) => valuesOf(Resource)));
    expect(new Set(resources).size).toBe(6000);
    expectPolicies("dynamodb-6000-tables/widened", await policiesOf(recording, explained, { widen: true }), false);
  });
});

import { expect, test } from "vitest";
import { explainCalls, policiesOf } from "../../src/pipeline/policies.ts";
import { statementProvenance } from "../../src/pipeline/statement-provenance.ts";
import { decoded } from "../support/api-call.ts";
import { recordedBy } from "../support/recorded-by.ts";
import { recorderTo } from "../support/recorder.ts";

const NOON = Date.UTC(2026, 0, 2, 12);
const HOUR = 3_600_000;
const get = (Key: string) =>
  decoded({ operation: "GetObject", input: { Bucket: "photos", Key }, members: ["Bucket", "Key"] });

async function provenance(proofDetail: boolean) {
  const recorder = recorderTo([]);
  const first = recorder.call(get("cat"), { kind: "succeeded", httpStatus: 200 }, NOON);
  recorder.call(get("cat"), { kind: "succeeded", httpStatus: 200 }, NOON + HOUR);
  const second = recorder.call(get("dog"), { kind: "failed", httpStatus: 404 }, NOON + 2 * HOUR);
  recorder.caller({ call: first, at: "src/a.ts:9" });
  recorder.caller({ call: second, at: "src/a.ts:9" });
  recorder.caller({ call: second, at: "src/a.ts:10" });
  recorder.flush();
  const recording = recordedBy(recorder);
  const policySet = await policiesOf(recording, await explainCalls(recording), { proofDetail });
  return statementProvenance(recording, policySet);
}

test("a statement comes from its calls: how often, when, with what outcome, from where", async () => {
  expect(await provenance(false)).toEqual([
    {
      policy: 0,
      document: 0,
      statement: 0,
      sid: "IamgenS3Read",
      calls: [1, 2],
      requests: 3,
      firstSeenAt: "2026-01-02T12:00:00.000Z",
      lastSeenAt: "2026-01-02T14:00:00.000Z",
      outcomes: { succeeded: 2, failed: 1 },
      callSites: [
        { at: "src/a.ts:9", requests: 2 },
        { at: "src/a.ts:10", requests: 1 },
      ],
    },
  ]);
});

test("with the proof in detail every element has the calls that need it", async () => {
  const [statement] = await provenance(true);
  expect(statement?.elements?.map(({ element, value, calls }) => [element, value, calls])).toEqual([
    ["Action", "s3:GetObject", [1, 2]],
    ["Resource", "arn:aws:s3:::photos/cat", [1]],
    ["Resource", "arn:aws:s3:::photos/dog", [2]],
  ]);
});

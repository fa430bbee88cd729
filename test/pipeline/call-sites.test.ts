import { expect, test } from "vitest";
import { signatureDigest } from "../../src/decode/sigv4/signature-digest.ts";
import { createCallSites } from "../../src/pipeline/call-sites.ts";
import { decoded, SUCCEEDED } from "../support/api-call.ts";
import { recordedBy } from "../support/recorded-by.ts";
import { recorderTo } from "../support/recorder.ts";

const headOf = (signature: string) => ({
  connection: { id: 1, approach: "learned", scheme: "http", authority: "localhost:1" } as const,
  id: 1,
  startedAt: 0,
  httpVersion: "1.1" as const,
  method: "GET",
  target: `/?X-Amz-Signature=${signature}`,
  host: "localhost:1",
  headers: [],
});
const digestOf = (signature: string): string => signatureDigest(headOf(signature)) ?? "";

function sites(limit?: number) {
  const recorder = recorderTo([]);
  const call = recorder.call(decoded(), SUCCEEDED, 0);
  return { recorder, call, callSites: createCallSites(recorder, limit) };
}

test("a line is told for the call that its request became", () => {
  const { recorder, call, callSites } = sites();
  callSites.recorded(headOf("0a"), call);
  callSites.recorded(headOf("0b"), call);
  callSites.tell({ request: digestOf("0a"), at: "src/a.ts:1" });
  callSites.tell({ request: digestOf("0b"), at: "src/a.ts:1" });
  callSites.tell({ request: digestOf("0c"), at: "src/b.ts:1" });
  expect(recordedBy(recorder).calls[0]?.callSites).toEqual([{ at: "src/a.ts:1", requests: 2 }]);
});

test("calls without a line in the recording have none", () => {
  const { recorder, callSites } = sites();
  callSites.recorded(headOf("0a"), 0);
  callSites.tell({ request: digestOf("0a"), at: "src/a.ts:1" });
  expect(recordedBy(recorder).calls[0]?.callSites).toBeUndefined();
});

test("memory is bounded, and what is lost is told", () => {
  const { recorder, call, callSites } = sites(1);
  callSites.recorded(headOf("0a"), call);
  callSites.recorded(headOf("0b"), call);
  callSites.tell({ request: digestOf("0b"), at: "src/b.ts:1" });
  expect(recordedBy(recorder)).toMatchObject({ notices: [{ code: "callers-full", count: 1 }] });
  expect(recordedBy(recorder).calls[0]?.callSites).toBeUndefined();
});

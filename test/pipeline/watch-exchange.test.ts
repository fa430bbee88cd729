import { once } from "node:events";
import { expect, test } from "vitest";
import { recordNotice } from "../../src/pipeline/watch-exchange.ts";
import { createRecorder } from "../../src/record/recorder.ts";
import { getItem, observe, throughProxy } from "../support/observation.ts";
import { recordedBy } from "../support/recorded-by.ts";

test("a call is recorded before its answer reaches the client", async () => {
  const lines: string[] = [];
  const observation = await observe((line) => lines.push(line));
  const client = await throughProxy(observation);

  client.write(getItem("albums"));
  await once(client, "data");
  const recordedByThen = lines.map((line): unknown => JSON.parse(line).type);

  client.destroy();
  await observation.finish(0);
  expect(recordedByThen).toEqual(["run", "call"]);
});

test("a request that the proxy refused counts as not decoded, with what was wrong", () => {
  const header = {
    startedAt: "2026-01-01T00:00:00.000Z",
    program: "p",
    version: "0",
    data: { api: "a", authorization: "b" },
  };
  const recorder = createRecorder({ header, write: () => undefined, timeline: false });

  recordNotice(recorder, { kind: "refused", authority: "a.example", detail: "two lengths" });

  expect(recordedBy(recorder).undecoded).toMatchObject([
    { reason: "malformed-request", authority: "a.example", detail: "two lengths", count: 1 },
  ]);
});

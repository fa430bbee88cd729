import { expect, test } from "vitest";
import { startObservingCsm } from "../../src/pipeline.ts";
import { attemptFields, callFields, datagram, sendDatagrams } from "../support/csm.ts";

test("without a proxy, what SDKs tell becomes a recording with the records that ship", async () => {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const observation = await startObservingCsm({
    program: "test",
    version: "0",
    timeline: false,
    csm: { port: 0 },
    write,
  });

  await sendDatagrams(observation.csmPort ?? 0, [datagram(attemptFields()), datagram(callFields())]);
  const recording = await observation.finish(3);

  expect(recording).toMatchObject({
    end: { exitCode: 3 },
    calls: [{ operation: "GetObject", source: "csm", count: 1 }],
  });
  expect(recording.notices).toEqual([]);
  expect(lines.map((line) => JSON.parse(line).type)).toEqual(["run", "call", "end"]);
});

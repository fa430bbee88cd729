import { once } from "node:events";
import { expect, test } from "vitest";
import { explainCalls, openRecordings, policiesOf } from "../../src/pipeline.ts";
import { getItem, observe, throughProxy } from "../support/observation.ts";

test("a recording gives the policy of its calls, whoever reads it", async () => {
  const lines: string[] = [];
  const observation = await observe((line) => lines.push(line));
  const client = await throughProxy(observation);
  client.write(getItem("albums"));
  await once(client, "data");
  client.destroy();
  const live = await observation.finish(0);

  const read = await openRecordings([{ name: "recording.ndjson", text: lines.join("") }]);

  const resource = "arn:aws:dynamodb:us-east-1:111122223333:table/albums";
  const explained = await explainCalls(read);
  expect(explained.map(({ permissions }) => permissions.map(({ action, resources }) => [action, resources]))).toEqual([
    [["dynamodb:GetItem", [resource]]],
  ]);
  const policySet = await policiesOf(read, explained);
  expect(policySet).toEqual(await policiesOf(live, await explainCalls(live)));
  expect(policySet.policies[0]?.proof).toMatchObject({ sufficient: true, minimal: true, unverified: 0 });
});

test("a full disk changes neither the answer nor the policy", async () => {
  const observation = await observe(() => {
    throw new Error("no space left on device");
  });
  const client = await throughProxy(observation);

  client.write(getItem("albums"));
  const [answer] = (await once(client, "data")) as [Buffer];
  client.destroy();
  const recording = await observation.finish(0);

  expect(answer.toString("latin1")).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(recording.notices.map(({ code }) => code)).toEqual(["recording-failed"]);
  expect((await policiesOf(recording, await explainCalls(recording))).policies).toHaveLength(1);
});

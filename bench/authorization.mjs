/**
 * What it costs to explain calls: distinct calls of a few APIs as a long recording has them, and every operation of the
 * api data once, whose files are read for it. Prints a table; never a verdict.
 */
import { openApiIndex } from "../dist/data/open-api-index.js";
import { explainCalls, openRecordings, policiesOf } from "../dist/pipeline.js";

const call = (sdkId, operation, signingName, input) => ({
  type: "call",
  sdkId,
  operation,
  signingName,
  protocol: "json",
  partition: "aws",
  region: "us-east-1",
  account: "123456789012",
  identity: "bench",
  auth: "sigv4",
  hostname: `${signingName}.us-east-1.amazonaws.com`,
  input,
  members: Object.keys(input).sort(),
  outcome: { kind: "succeeded", httpStatus: 200 },
  source: "proxy",
});

function* everyOperation() {
  const apis = openApiIndex();
  for (const { client, sdkId, signingName } of apis.entries) {
    for (const { name, members } of apis.load(client).operations.values()) {
      const texts = members.filter(({ keep, type }) => keep && type === "string");
      yield call(
        sdkId,
        name,
        signingName,
        Object.fromEntries(texts.map((member) => [member.name, `my-${member.name}`])),
      );
    }
  }
}

function* distinctCalls(count) {
  const queue = "https://sqs.us-east-1.amazonaws.com/123456789012";
  for (let n = 0; n < count; n += 4) {
    yield call("S3", "PutObject", "s3", { Bucket: `bucket-${n % 50}`, Key: `album/${n}.jpg` });
    yield call("DynamoDB", "GetItem", "dynamodb", { TableName: `table-${n % 3000}`, ReturnValues: `${n}` });
    yield call("SQS", "SendMessage", "sqs", { QueueUrl: `${queue}/queue-${n}` });
    yield call("Lambda", "Invoke", "lambda", { FunctionName: `function-${n}` });
  }
}

function recordingOf(calls) {
  const header = { iamgen: 1, type: "run", startedAt: "2026-01-01T00:00:00.000Z", program: "bench", version: "0" };
  const lines = [
    { ...header, data: { api: "bench", authorization: "bench" } },
    ...numbered(calls),
    { type: "end", exitCode: 0 },
  ];
  return openRecordings([{ name: "bench", text: lines.map((line) => `${JSON.stringify(line)}\n`).join("") }]);
}

function* numbered(calls) {
  let n = 0;
  for (const recorded of calls) {
    n += 1;
    yield { ...recorded, n };
  }
}

async function timed(work) {
  const startedAt = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - startedAt };
}

const row = (...cells) =>
  console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(34) : cell.padStart(16))).join(""));

async function measure(title, calls) {
  const recording = await recordingOf(calls);
  const { result: explained, milliseconds } = await timed(() => explainCalls(recording));
  const policies = await timed(() => policiesOf(recording, explained));
  const each = (milliseconds * 1000) / recording.calls.length;
  globalThis.gc?.();
  const memory = process.memoryUsage().heapUsed / 1024 / 1024;
  row(
    title,
    `${recording.calls.length}`,
    `${each.toFixed(1)} us`,
    `${milliseconds.toFixed(0)} ms`,
    `${policies.milliseconds.toFixed(0)} ms`,
    `${memory.toFixed(0)} MB`,
  );
}

export async function authorizationReport(distinct) {
  row("\nauthorization", "calls", "explain each", "explain all", "policy", "heap");
  await measure("distinct calls", distinctCalls(distinct));
  await measure("every operation", everyOperation());
}

/**
 * From recordings to proved documents: time, peak memory, and characters beside what two thoughtless ways would write.
 * The recording is made up here; each figure is that of a process of its own. Prints tables; never a verdict.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const OPERATIONS = {
  S3: ["GetObject", "PutObject", "DeleteObject", "GetObjectTagging"],
  DynamoDB: ["GetItem", "PutItem", "Query"],
  SQS: ["SendMessage", "ReceiveMessage"],
};
const ACCOUNT = "111122223333";
const SKETCHES = [
  {
    sdkId: "S3",
    protocol: "rest-xml",
    inputOf: (n) => ({ Bucket: `photos-${n % 7}`, Key: `2026/${n % 30}/${n}.jpg` }),
  },
  { sdkId: "DynamoDB", protocol: "json", inputOf: (n) => ({ TableName: `tenant-${n}` }) },
  {
    sdkId: "SQS",
    protocol: "json",
    inputOf: (n) => ({ QueueUrl: `https://sqs.eu-west-1.amazonaws.com/${ACCOUNT}/jobs-${n}` }),
  },
];

/** `count` distinct calls, half of them on objects, by two identities. */
function recordingText(count) {
  const header = {
    iamgen: 1,
    type: "run",
    startedAt: "2026-01-01T00:00:00.000Z",
    program: "bench",
    version: "0",
    data: { api: "a", authorization: "b" },
  };
  const calls = Array.from({ length: count }, (_, n) => {
    const { sdkId, protocol, inputOf } = SKETCHES[Math.max(0, (n % 4) - 1)];
    const input = inputOf(n);
    const operation = OPERATIONS[sdkId][(n >> 2) % OPERATIONS[sdkId].length];
    const signingName = sdkId.toLowerCase();
    const place = {
      partition: "aws",
      region: "eu-west-1",
      account: ACCOUNT,
      hostname: `${signingName}.eu-west-1.amazonaws.com`,
    };
    const who = {
      identity: `k${n % 2}`,
      auth: "sigv4",
      source: "proxy",
      outcome: { kind: "succeeded", httpStatus: 200 },
    };
    return {
      type: "call",
      n: n + 1,
      sdkId,
      operation,
      signingName,
      protocol,
      ...place,
      ...who,
      input,
      members: Object.keys(input).sort(),
    };
  });
  return [header, ...calls, { type: "end", exitCode: 0 }].map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** Of `iamgen policy` on the file, as a user runs it. */
function command(path) {
  const argv = ["policy", "--quiet", path, "-o", `${path}.json`];
  const script = `
    const { main } = await import(${JSON.stringify(new URL("../dist/cli/main.js", import.meta.url).href)});
    process.exitCode = await main(${JSON.stringify(argv)});
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    console.log(JSON.stringify({ maxRSS, cpu: (userCPUTime + systemCPUTime) / 1000 }));
  `;
  const startedAt = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return { ...JSON.parse(stdout), milliseconds: performance.now() - startedAt };
}

const pipeline = () => import("../dist/pipeline.js");

/** Milliseconds from a text in memory to proved documents, the first time and the best of later ones. */
async function stages(text) {
  const { openRecordings, explainCalls, policiesOf } = await pipeline();
  const once = async () => {
    const startedAt = performance.now();
    const recording = await openRecordings([{ name: "bench", text }]);
    const policySet = await policiesOf(recording, await explainCalls(recording));
    return { policySet, milliseconds: performance.now() - startedAt };
  };
  const first = await once();
  const later = [];
  for (let round = 0; round < 5; round += 1) later.push((await once()).milliseconds);
  return { policySet: first.policySet, first: first.milliseconds, best: Math.min(...later) };
}

const valuesOf = (element) => (Array.isArray(element) ? element : [element]);

/** Characters of one statement for each value of `key`, with all that goes with it, as one document. */
function plainSize(needed, key) {
  const other = key === "Action" ? "Resource" : "Action";
  const groups = new Map();
  for (const statement of needed) {
    const name = JSON.stringify([statement[key], statement.Condition]);
    groups.set(name, [...(groups.get(name) ?? []), statement]);
  }
  const statements = [...groups.values()].map((same) => {
    const values = [...new Set(same.flatMap((one) => valuesOf(one[other])))];
    return { ...same[0], [other]: values.length === 1 ? values[0] : values };
  });
  return JSON.stringify({ Version: "2012-10-17", Statement: statements }).length;
}

const withoutSids = ({ Version, Statement }) => ({
  Version,
  Statement: Statement.map(({ Sid, ...statement }) => statement),
});

function sizes(observed, { policies }) {
  const documents = policies.flatMap((policy) => policy.documents);
  const sum = (lengths) => lengths.reduce((total, length) => total + length, 0);
  const plain = (key) => sum(policies.map(({ needed }) => plainSize(needed, key)));
  return {
    observed,
    documents: documents.length,
    characters: sum(documents.map((document) => JSON.stringify(document).length)),
    "without Sids": sum(documents.map((document) => JSON.stringify(withoutSids(document)).length)),
    "one an action": plain("Action"),
    "one a resource": plain("Resource"),
  };
}

/** `scratch`: where files may be written. */
export async function synthesisReport({ quick, scratch }) {
  const many = quick ? 10_000 : 100_000;
  const path = join(scratch, "many.ndjson");
  writeFileSync(path, recordingText(many));
  const { milliseconds, cpu, maxRSS } = command(path);
  const thousand = await stages(recordingText(1000));
  const golden = (name) =>
    readFileSync(fileURLToPath(new URL(`../test/fixtures/golden/${name}/recording.ndjson`, import.meta.url)), "utf8");
  console.log(`\nsynthesis: \`iamgen policy\` on ${many.toLocaleString("en-US")} distinct calls`);
  console.table([
    {
      seconds: (milliseconds / 1000).toFixed(1),
      "CPU seconds": (cpu / 1000).toFixed(1),
      "peak MB": Math.round(maxRSS / 1024),
    },
  ]);
  console.log("1,000 distinct calls, from text to proved documents");
  console.table([{ "first ms": Math.round(thousand.first), "later ms": Math.round(thousand.best) }]);
  console.log(
    "characters, beside one statement an action and one a resource (without Sids, in one document whatever its size)",
  );
  console.table([
    sizes("1,000 calls", thousand.policySet),
    sizes("the demo", (await stages(golden("demo"))).policySet),
    sizes("Terraform", (await stages(golden("terraform"))).policySet),
  ]);
}

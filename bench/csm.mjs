/**
 * Events of client-side monitoring at a steady rate, and in bursts, into `iamgen listen --csm`: how many of them are calls in
 * the end, and what the kernel dropped. By itself: `node bench/csm.mjs [--quick]`. Prints a table; never a verdict.
 */
import { spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { env, IAMGEN, scratch } from "./processes.mjs";

const TICK_MS = 5;
const OPERATIONS = ["GetObject", "PutObject", "HeadObject", "ListObjectsV2"];

/** As botocore sends them: the attempt, then the call. */
function eventsOf(n) {
  const at = Date.now();
  const facts = {
    Version: 1,
    ClientId: "",
    Service: "S3",
    Api: OPERATIONS[n % OPERATIONS.length],
    Region: "us-east-1",
  };
  const agent =
    "Boto3/1.43.11 md/Botocore#1.43.11 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.11.7 cfg/retry-mode#legacy";
  const attempt = { Fqdn: "photos.s3.amazonaws.com", AccessKey: "AKIARTX3GSDSQKS4H4NX", SessionToken: "t".repeat(300) };
  return [
    {
      ...facts,
      Type: "ApiCallAttempt",
      Timestamp: at,
      AttemptLatency: 1,
      HttpStatusCode: 200,
      UserAgent: agent,
      ...attempt,
    },
    {
      ...facts,
      Type: "ApiCall",
      Timestamp: at,
      Latency: 1,
      AttemptCount: 1,
      FinalHttpStatusCode: 200,
      UserAgent: agent,
    },
  ].map((event) => Buffer.from(JSON.stringify(event)));
}

async function listening(recording) {
  const args = [IAMGEN, "listen", "--csm=0", "--no-proxy", "--print-env", "json", "--quiet", "--recording", recording];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"], env });
  let text = "";
  while (!text.includes("}")) text += String((await once(child.stdout, "data"))[0]);
  return { child, port: Number(JSON.parse(text).AWS_CSM_PORT) };
}

const lines = (recording) =>
  readFileSync(recording, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

function callsIn(recorded) {
  const counts = new Map();
  for (const { type, n, count = 1 } of recorded) if (type === "call" || type === "count") counts.set(n, count);
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

async function measured({ title, rate, seconds, burst }) {
  const recording = join(scratch, `csm-${title.replace(/\W+/g, "-")}.ndjson`);
  const { child, port } = await listening(recording);
  const socket = createSocket("udp4");
  const send = (bytes) => socket.send(bytes, port, "127.0.0.1");
  let calls = 0;
  const startedAt = performance.now();
  const due = () => (burst === undefined ? ((performance.now() - startedAt) / 1000) * (rate / 2) : burst / 2);
  const total = burst === undefined ? (rate * seconds) / 2 : burst / 2;
  while (calls < total) {
    for (const until = Math.min(total, due()); calls < until; calls += 1)
      for (const bytes of eventsOf(calls)) send(bytes);
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  const took = (performance.now() - startedAt) / 1000;
  socket.close();
  child.kill("SIGTERM");
  await once(child, "exit");
  const recorded = lines(recording);
  const dropped = recorded.find(({ code }) => code === "csm-lost")?.detail ?? "none";
  return { title, sent: 2 * calls, rate: Math.round((2 * calls) / took), calls, counted: callsIn(recorded), dropped };
}

export async function csmReport({ quick }) {
  const loads = [
    { title: "2,000 a second", rate: 2000, seconds: quick ? 1 : 10 },
    { title: "10,000 a second", rate: 10_000, seconds: quick ? 1 : 10 },
    { title: "200 at once", burst: 200 },
    { title: "2,000 at once", burst: 2000 },
  ];
  const rows = [];
  for (const load of loads) rows.push(await measured(load));
  console.log("| client-side monitoring | datagrams | a second | calls told | calls counted | dropped by the kernel |");
  console.log("|---|---|---|---|---|---|");
  for (const { title, sent, rate, calls, counted, dropped } of rows) {
    console.log(`| ${title} | ${sent} | ${rate} | ${calls} | ${counted} | ${dropped} |`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await csmReport({ quick: process.argv.includes("--quick") });
  process.exit(0);
}

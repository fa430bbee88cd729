/**
 * iamgen beside no relay at all and two bare ones, in one run and in turn, so that what else the machine does hits all alike.
 * Prints tables; never a verdict. `npm run bench`; `-- --quick` for a fifth of it; `-- --write` puts the tables into the README.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import { authorizationReport } from "./authorization.mjs";
import { csmReport } from "./csm.mjs";
import { residentMegabytes } from "./measure-process.mjs";
import { mergeReport } from "./merge.mjs";
import { env, IAMGEN, load, RECORDING, scratch, startAll, startIamgen, stop } from "./processes.mjs";
import { synthesisReport } from "./synthesis.mjs";
import { comparisonTable, factsTable, writeReadme } from "./tables.mjs";

const quick = process.argv.includes("--quick");
const times = (count) => (quick ? Math.ceil(count / 5) : count);
const ROUNDS = quick ? 2 : 5;
const DISTINCT = times(100_000);
const BODY = quick ? 128 * 1024 ** 2 : 1024 ** 3;

const { upstream, ways } = await startAll();
const idle = new Map(ways.map(({ name, pid }) => [name, residentMegabytes(pid).now]));
const HTTP1 = ways.map(({ name }) => name);
/** They get a fifth of the calls, so that the rest need not wait for them. */
const OTHERS = new Set(["mockttp", "mitmproxy"]);
const HTTP2 = ["direct", "verbatim pipe", "iamgen"];

/** Each is done by all ways in turn, `ROUNDS` times. `calls`: CPU time is told for a thousand of them. */
const LOADS = [
  { title: "calls/s, 16 connections", of: HTTP1, calls: times(20_000), work: { kind: "calls", connections: 16 } },
  { title: "calls/s, 256 connections", of: HTTP1, calls: times(20_000), work: { kind: "calls", connections: 256 } },
  {
    title: "latency, 1 connection",
    of: HTTP1,
    calls: times(3_000),
    latency: true,
    work: { kind: "calls", connections: 1 },
  },
  {
    title: "HTTP/2 calls/s, 16 streams",
    of: HTTP2,
    calls: times(10_000),
    work: { kind: "callsOverHttp2", streams: 16 },
  },
  {
    title: "HTTP/2 latency, 1 stream",
    of: HTTP2,
    calls: times(2_000),
    latency: true,
    work: { kind: "callsOverHttp2", streams: 1 },
  },
  { title: "new connections/s", of: HTTP1, calls: times(400), work: { kind: "newConnections" } },
  { title: "new hosts/s", of: HTTP1, calls: times(200), work: { kind: "newConnections", hosts: true } },
];
const BODIES = [
  { title: "MB/s up", of: HTTP1, work: { kind: "upload", bytes: BODY } },
  { title: "MB/s down", of: HTTP1, work: { kind: "download", bytes: BODY } },
];

/** Results of a load by the name of the way, one a round. */
async function inTurn({ calls: count, of, work, among = ways }, rounds) {
  const results = new Map(of.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const way of among.filter(({ name }) => results.has(name))) {
      const calls = OTHERS.has(way.name) ? Math.ceil(count / 5) : count;
      try {
        const result = await load(way, { ...work, count: calls, round });
        results.get(way.name)?.push({ ...result, cpuOfThousand: (result.cpu / calls) * 1000 });
      } catch (error) {
        if (!OTHERS.has(way.name)) throw error;
        console.error(`${way.name} failed under this load, and is left out of it`);
        results.delete(way.name);
      }
    }
  }
  return results;
}

// So that every process has compiled what it needs.
for (const way of ways) await load(way, { kind: "calls", connections: 16, count: times(10_000) });
for (const way of ways.filter(({ name }) => HTTP2.includes(name))) {
  await load(way, { kind: "callsOverHttp2", streams: 16, count: times(5_000) });
}
const measured = [];
for (const what of LOADS) measured.push({ ...what, results: await inTurn(what, ROUNDS) });
const bodies = await measuredBodies();
measured.push(...bodies.measured);

/** By processes of their own, so that their memory tells of these bodies alone. */
async function measuredBodies() {
  const { ways: among } = await startAll(`${RECORDING}.bodies`);
  for (const way of among) await load(way, { kind: "calls", connections: 16, count: times(5_000) });
  const { pid } = among.find(({ name }) => name === "iamgen");
  const before = residentMegabytes(pid).now;
  const measured = [];
  for (const what of BODIES) measured.push({ ...what, results: await inTurn({ ...what, among }, quick ? 1 : 2) });
  const grown = residentMegabytes(pid).highest - before;
  for (const way of among) way.child.kill();
  return { measured, grown };
}

async function medianTime(command, args) {
  const took = [];
  for (let round = 0; round < (quick ? 3 : 9); round += 1) {
    const startedAt = performance.now();
    await once(spawn(command, args, { stdio: "ignore", env }), "exit");
    took.push(performance.now() - startedAt);
  }
  return took.sort((a, b) => a - b)[Math.floor(took.length / 2)];
}

/** A process of its own, so that its memory tells of these calls alone. */
async function distinctCalls() {
  const recording = `${RECORDING}.distinct`;
  const way = await startIamgen(upstream, recording);
  await load(way, { kind: "calls", connections: 16, count: times(5_000) });
  const before = residentMegabytes(way.pid).now;
  const result = await load(way, { kind: "calls", connections: 1, count: DISTINCT, tables: DISTINCT });
  await stop(way);
  return { ...result, grown: result.memory.now - before, recorded: statSync(recording).size / 1e6 };
}

async function readiness() {
  const took = [];
  for (let round = 0; round < (quick ? 3 : 7); round += 1) {
    const way = await startIamgen(upstream, `${RECORDING}.ready-${round}`);
    took.push(way.readyAfter);
    await stop(way);
  }
  return took.sort((a, b) => a - b)[Math.floor(took.length / 2)];
}

const distinct = await distinctCalls();
const bare = await medianTime(process.execPath, ["-e", "0"]);
const facts = {
  ready: await readiness(),
  bare,
  wrapped: await medianTime(process.execPath, [IAMGEN, "run", "--quiet", "--", process.execPath, "-e", "0"]),
  idle: idle.get("iamgen"),
  bodies: { megabytes: BODY / 1e6, grown: bodies.grown },
  distinct,
  distinctCount: DISTINCT,
};
const tables = `${comparisonTable(HTTP1, measured)}\n\n${factsTable(facts)}`;
console.log(`\n${tables}\n`);
const absent = ["mockttp", "mitmproxy"].filter((name) => !HTTP1.includes(name));
if (absent.length > 0) console.log(`${absent.join(" and ")}: not measured, not installed here\n`);
if (process.argv.includes("--write")) writeReadme(tables);
await authorizationReport(quick ? 10_000 : 100_000);
await mergeReport();
await synthesisReport({ quick, scratch });
await csmReport({ quick });
process.exit(0);

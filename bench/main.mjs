/**
 * iamgen beside two bare relays in the same run: a verbatim TLS pipe and a node:http relay. Prints a table; never a verdict.
 * `npm run bench`, or `npm run bench -- --quick` for a tenth of the calls.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { authorizationReport } from "./authorization.mjs";
import { cpuMilliseconds, residentMegabytes } from "./measure-process.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const quick = process.argv.includes("--quick");
const CALLS = quick ? 4_000 : 40_000;
const SEQUENTIAL = quick ? 1_000 : 10_000;
const IAMGEN = here("../bin/iamgen.js");
const scratch = mkdtempSync(join(tmpdir(), "iamgen-bench-"));
const env = { ...process.env, XDG_STATE_HOME: scratch, XDG_CACHE_HOME: scratch };

const children = new Set();
process.on("exit", () => {
  for (const child of children) child.kill();
});

/** Starts a process and resolves with the JSON that it prints first. */
async function start(args) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"], env });
  children.add(child);
  let text = "";
  for await (const chunk of child.stdout) {
    text += chunk;
    const said = parsed(text);
    if (said !== undefined) return { child, said, readyAfter: performance.now() - startedAt };
  }
  throw new Error(`${args[0]} ended before it said where it listens`);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function load(port, caFile, { connections, calls }) {
  const { child, said } = await start([here("client.mjs"), port, caFile, connections, calls].map(String));
  if (child.exitCode === null) await once(child, "exit");
  return said;
}

async function measure(relay, caFile) {
  await load(relay.port, caFile, { connections: 16, calls: 2_000 });
  const before = { cpu: cpuMilliseconds(relay.pid), memory: residentMegabytes(relay.pid).now };
  const many = await load(relay.port, caFile, { connections: 16, calls: CALLS });
  const cpuPer1000 = ((cpuMilliseconds(relay.pid) - before.cpu) / CALLS) * 1000;
  const single = await load(relay.port, caFile, { connections: 1, calls: SEQUENTIAL });
  const memory = residentMegabytes(relay.pid);
  return { many, single, cpuPer1000, grown: memory.now - before.memory, memory };
}

const fileFor = (name, content) => {
  const path = join(scratch, name);
  writeFileSync(path, content);
  return path;
};

async function bareRelay(name, upstream, upstreamCa) {
  const { child, said } = await start([here(`relays/${name}.mjs`), String(upstream.port), upstreamCa]);
  const result = await measure({ port: said.port, pid: child.pid }, fileFor(`${name}.pem`, said.ca));
  child.kill();
  return result;
}

async function iamgenRelay(upstream, upstreamCa) {
  const caFile = join(scratch, "iamgen.pem");
  const forward = ["--forward-to", `https://localhost:${upstream.port}`, "--forward-ca", upstreamCa];
  const files = ["--ca-file", caFile, "--recording", join(scratch, "bench.ndjson")];
  const { child, said, readyAfter } = await start([
    IAMGEN,
    "listen",
    "--print-env",
    "json",
    "--quiet",
    ...forward,
    ...files,
  ]);
  const result = await measure({ port: new URL(said.HTTPS_PROXY).port, pid: child.pid }, caFile);
  child.kill();
  return { ...result, readyAfter };
}

async function timeOf(command, args) {
  const rounds = quick ? 3 : 10;
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    await once(spawn(command, args, { stdio: "ignore", env }), "exit");
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}

const row = (name, result) =>
  [
    name.padEnd(16),
    result.many.perSecond.toFixed(0).padStart(9),
    result.single.p50.toFixed(0).padStart(9),
    result.single.p99.toFixed(0).padStart(9),
    result.cpuPer1000.toFixed(0).padStart(12),
    result.memory.highest.toFixed(0).padStart(8),
    result.grown.toFixed(1).padStart(8),
    `${result.single.firstQuarter.toFixed(0)} > ${result.single.lastQuarter.toFixed(0)}`.padStart(14),
  ].join("");

const upstream = await start([here("upstream.mjs")]);
const upstreamCa = fileFor("upstream.pem", upstream.said.ca);
const pipe = await bareRelay("tls-pipe", upstream.said, upstreamCa);
const http = await bareRelay("node-http", upstream.said, upstreamCa);
const iamgen = await iamgenRelay(upstream.said, upstreamCa);
upstream.child.kill();

console.log(`${CALLS} calls on 16 connections, then ${SEQUENTIAL} on one\n`);
console.log("relay              calls/s   p50 us   p99 us  CPU ms/1000  peak MB   grown  p50 over time");
for (const [name, result] of Object.entries({ "verbatim pipe": pipe, "node:http": http, iamgen }))
  console.log(row(name, result));
console.log(
  `\niamgen / node:http: ${(iamgen.many.perSecond / http.many.perSecond).toFixed(2)} x calls/s, ` +
    `${(iamgen.single.p50 / http.single.p50).toFixed(2)} x p50; iamgen / pipe: ${(iamgen.many.perSecond / pipe.many.perSecond).toFixed(2)} x calls/s`,
);
console.log(`ready: listen prints its variables ${iamgen.readyAfter.toFixed(0)} ms after its start`);
const bare = await timeOf(process.execPath, ["-e", "0"]);
const wrapped = await timeOf(process.execPath, [IAMGEN, "run", "--quiet", "--", process.execPath, "-e", "0"]);
console.log(`start: node -e 0 takes ${bare.toFixed(0)} ms bare, ${wrapped.toFixed(0)} ms wrapped`);
await authorizationReport(quick ? 10_000 : 100_000);
rmSync(scratch, { recursive: true, force: true });

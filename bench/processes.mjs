/** The processes of the benchmark: the upstream, and the ways to it, all started once and measured in turn. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cpuMilliseconds, residentMegabytes } from "./measure-process.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
export const IAMGEN = here("../bin/iamgen.js");
export const scratch = mkdtempSync(join(tmpdir(), "iamgen-bench-"));
export const env = { ...process.env, XDG_STATE_HOME: scratch, XDG_CACHE_HOME: scratch };
export const RECORDING = join(scratch, "bench.ndjson");

const children = new Set();
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
  // They may still be writing.
  rmSync(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
});

/** Starts a process and resolves with the JSON that it prints first. */
async function start(args, { stderr = "inherit", program = process.execPath, more = {} } = {}) {
  const startedAt = performance.now();
  const child = spawn(program, args, { stdio: ["ignore", "pipe", stderr], env: { ...env, ...more } });
  children.add(child);
  let text = "";
  for await (const chunk of child.stdout) {
    text += chunk;
    const said = parsed(text);
    if (said !== undefined) return { child, said, readyAfter: performance.now() - startedAt };
  }
  throw new Error(`${args[0]} ended before it said what it was asked for`);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const fileFor = (name, content) => {
  const path = join(mkdtempSync(join(scratch, "file-")), name);
  writeFileSync(path, content);
  return path;
};

async function bareRelay(name, file, upstream) {
  const { child, said } = await start([here(`relays/${file}.mjs`), String(upstream.port), upstream.caFile]);
  return { name, port: said.port, pid: child.pid, caFile: fileFor(`${file}.pem`, said.ca), direct: false, child };
}

/** `iamgen listen` as `run` would have it: no question whose a connection is. */
export async function startIamgen(upstream, recording = RECORDING) {
  const caFile = `${recording}.pem`;
  const forward = ["--forward-to", `https://localhost:${upstream.port}`, "--forward-ca", upstream.caFile];
  const files = ["--ca-file", caFile, "--recording", recording];
  const profile = process.env.BENCH_PROFILE ? [`--cpu-prof`, `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [];
  const args = [...profile, IAMGEN, "listen", "--no-auth", "--print-env", "json", "--quiet", ...forward, ...files];
  // At its end it says that it saw no call, where none was made.
  const { child, said, readyAfter } = await start(args, { stderr: "ignore" });
  const { port } = new URL(said.HTTPS_PROXY);
  return { name: "iamgen", port: Number(port), pid: child.pid, caFile, direct: false, readyAfter, child };
}

/** Only where `mockttp` is found, in this package's tree or by NODE_PATH. */
async function startMockttp(upstream) {
  try {
    createRequire(import.meta.url).resolve("mockttp");
  } catch {
    return [];
  }
  return [await bareRelay("mockttp", "mockttp", upstream)];
}

/** Only where `mitmdump` is on PATH. */
async function startMitmproxy({ port, caFile }) {
  if (spawnSync("mitmdump", ["--version"]).status !== 0) return [];
  const confdir = mkdtempSync(join(scratch, "mitmproxy-"));
  const settings = ["connection_strategy=lazy", `confdir=${confdir}`, `ssl_verify_upstream_trusted_ca=${caFile}`];
  const { child, said } = await start(
    [
      ...["-q", "--listen-host", "127.0.0.1", "--listen-port", "0", "-s", here("relays/mitmproxy.py")],
      ...settings.flatMap((setting) => ["--set", setting]),
    ],
    { program: "mitmdump", stderr: "ignore", more: { BENCH_CONFDIR: confdir, BENCH_UPSTREAM: String(port) } },
  );
  return [
    {
      name: "mitmproxy",
      port: said.port,
      pid: child.pid,
      caFile: fileFor("mitmproxy.pem", said.ca),
      direct: false,
      child,
    },
  ];
}

export async function startAll(recording = RECORDING) {
  const { child, said } = await start([here("upstream.mjs")]);
  const upstream = { port: said.port, caFile: fileFor("upstream.pem", said.ca) };
  const ways = [
    { name: "direct", ...upstream, pid: child.pid, direct: true, child },
    await bareRelay("verbatim pipe", "tls-pipe", upstream),
    await bareRelay("node:http relay", "node-http", upstream),
    ...(await startMockttp(upstream)),
    ...(await startMitmproxy(upstream)),
    await startIamgen(upstream, recording),
  ];
  return { upstream, ways };
}

/** Runs one load through a way, in a client of its own; with the CPU time that the way took for it. */
export async function load(way, work) {
  const { port, direct, caFile, pid } = way;
  const cpuBefore = cpuMilliseconds(pid);
  const { child, said } = await start([here("client.mjs"), JSON.stringify({ port, direct, caFile, ...work })]);
  if (child.exitCode === null) await once(child, "exit");
  children.delete(child);
  const cpu = cpuMilliseconds(pid) - cpuBefore;
  return { ...said, cpu, memory: residentMegabytes(pid) };
}

/** Ends a process in order and waits for it. */
export async function stop({ child }) {
  child.kill("SIGTERM");
  if (child.exitCode === null) await once(child, "exit");
  children.delete(child);
}

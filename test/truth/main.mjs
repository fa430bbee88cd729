/**
 * `npm run truth -- DIR`: replays the corpus in DIR through the built decoder and prints what it makes of it. Exit code 1
 * when a request is decoded wrongly or not at all. DIR is for reading only; without it there is nothing to check.
 * `--all` holds every operation of the api data against AWS's table instead, with made-up inputs; `--client a,b` those of
 * these botocore clients, `--open` also lists the inputs that leave a resource `*`.
 */
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { authorizationReport } from "./authorization.mjs";
import { compareLeaves } from "./compare-leaves.mjs";
import { compareNames } from "./compare-names.mjs";
import { keptBody, readCorpus, requestHead } from "./corpus.mjs";
import { everyOperationReport } from "./every-operation.mjs";
import { openProduct } from "./product.mjs";

const MAX_BODY = 16 * 1024 * 1024;
const SHOWN_LEAVES = Number(process.env.TRUTH_LEAVES ?? 20);

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: "boolean" }, client: { type: "string" }, open: { type: "boolean" } },
});
const [directory, dist = join(import.meta.dirname, "../../dist")] = positionals;

function replay(product, lines) {
  const { decoder, inputOf, clientOf } = product;
  return lines.map((line, index) => {
    const head = requestHead(line, index + 1);
    const budget = decoder.planRequest(head, MAX_BODY);
    const request = { ...head, body: keptBody(line, budget) };
    const startedAt = process.hrtime.bigint();
    const decoded = decoder.decodeRequest(request);
    const nanoseconds = Number(process.hrtime.bigint() - startedAt);
    if (decoded.kind === "undecoded") return { line, decoded, verdict: "missed", nanoseconds };
    const verdict = compareNames(line, decoded.call, clientOf(decoded.call.sdkId));
    return { line, decoded, verdict, nanoseconds, request, leaves: compareLeaves(line.params, inputOf(request)) };
  });
}

function table(title, results, keyOf) {
  const groups = Map.groupBy === undefined ? groupBy(results, keyOf) : Map.groupBy(results, keyOf);
  console.log(
    `\n${title.padEnd(20)}${"decoded".padStart(14)}${"strict".padStart(8)}${"lax".padStart(6)}${"leaves".padStart(18)}`,
  );
  for (const [key, group] of [...groups].sort(([a], [b]) => a.localeCompare(b))) {
    const count = (verdict) => group.filter((result) => result.verdict === verdict).length;
    const leaves = group.reduce((sum, { leaves }) => sum + (leaves?.total ?? 0), 0);
    const missed = group.reduce((sum, { leaves }) => sum + (leaves?.missed.length ?? 0), 0);
    console.log(
      `${key.padEnd(20)}${`${count("strict") + count("lax")}/${group.length}`.padStart(14)}${String(count("strict")).padStart(8)}` +
        `${String(count("lax")).padStart(6)}${`${leaves - missed}/${leaves}`.padStart(18)}`,
    );
  }
}

function groupBy(values, keyOf) {
  const groups = new Map();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}

function explain({ line, decoded }) {
  const told =
    decoded.kind === "undecoded"
      ? `not decoded: ${decoded.reason}${decoded.detail === undefined ? "" : ` (${decoded.detail})`}`
      : `decoded as ${decoded.call.sdkId}:${decoded.call.operation}`;
  console.log(`miss  ${line.label}  ${line.method} ${line.url.slice(0, 160)}  ${told}`);
}

function explainLax({ line, decoded }) {
  console.log(
    `lax   ${line.label}  decoded as ${decoded.call.sdkId}:${decoded.call.operation} on ${decoded.call.hostname}`,
  );
}

function leafReport(results) {
  const missed = results.flatMap(({ line, leaves }) => (leaves?.missed ?? []).map((leaf) => ({ line, ...leaf })));
  if (missed.length > 0)
    console.log(`\nleaves that differ, the first ${Math.min(SHOWN_LEAVES, missed.length)} of ${missed.length}:`);
  for (const { line, path, expected, actual } of missed.slice(0, SHOWN_LEAVES)) {
    console.log(`leaf  ${line.label} (${line.protocol})  ${path}: ${show(expected)} is ${show(actual)}`);
  }
}

const show = (value) => (JSON.stringify(value) ?? "absent").slice(0, 100);

function speedReport(results) {
  const sorted = results.map(({ nanoseconds }) => nanoseconds).sort((a, b) => a - b);
  const at = (share) => ((sorted[Math.floor(sorted.length * share)] ?? 0) / 1000).toFixed(0);
  console.log(`\ndecodeRequest, second pass: median ${at(0.5)} us, p90 ${at(0.9)} us, p99 ${at(0.99)} us`);
}

async function main() {
  const lines = directory === undefined ? undefined : readCorpus(resolve(directory));
  if (lines === undefined) {
    console.log(`truth: no corpus in \`${directory ?? ""}\`, nothing to check`);
    return 0;
  }
  const product = await openProduct(pathToFileURL(`${resolve(dist)}/`));
  if (flags.all === true || flags.client !== undefined) {
    const clients = flags.client?.split(",");
    everyOperationReport({ directory: resolve(directory), product, clients, showsOpen: flags.open === true });
    return 0;
  }
  const results = replay(product, lines);
  table("protocol", results, ({ line }) => line.protocol);
  table("suite", results, ({ line }) => line.suite);
  table("all", results, () => "");
  const misses = results.filter(({ verdict }) => verdict !== "strict" && verdict !== "lax");
  console.log("");
  misses.forEach(explain);
  results.filter(({ verdict }) => verdict === "lax").forEach(explainLax);
  leafReport(results);
  authorizationReport({ directory: resolve(directory), product, results });
  speedReport(replay(product, lines));
  console.log(
    `\n${misses.length === 0 ? "every request decoded" : `${misses.length} of ${lines.length} requests missed`}`,
  );
  return misses.length === 0 ? 0 : 1;
}

process.exitCode = await main();

/** A million calls through one listener, in ten parts: rate, latency and memory after each. `npm run soak`; `-- --calls N` for fewer. */
import { parseArgs } from "node:util";
import { load, startAll, stop } from "./processes.mjs";

const { values } = parseArgs({ options: { calls: { type: "string", default: "1000000" } } });
const PARTS = 10;
const count = Math.ceil(Number(values.calls) / PARTS);

const { ways } = await startAll();
const iamgen = ways.find(({ name }) => name === "iamgen");
console.log("| calls | calls/s | p50 µs | p99 µs | MB now | MB at most |\n|--:|--:|--:|--:|--:|--:|");
for (let part = 1; part <= PARTS; part += 1) {
  const { perSecond, p50, p99, memory } = await load(iamgen, { kind: "calls", connections: 16, count });
  const figures = [part * count, perSecond, p50, p99, memory.now, memory.highest].map(Math.round);
  console.log(`| ${figures.join(" | ")} |`);
}
await stop(iamgen);
process.exit(0);

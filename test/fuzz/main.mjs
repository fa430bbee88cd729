/**
 * `npm run fuzz -- --seconds N [--seed S] [--target NAME]`: N seconds in all; exit code 1 if a target failed. Each gets a
 * million inputs in 600 seconds; what takes a millisecond an input shares the time that the others leave.
 */
import { parseArgs } from "node:util";
import { campaign } from "./campaign.mjs";
import { openTargets } from "./targets.mjs";

const INPUTS_A_SECOND = 1_000_000 / 600;
/** Of the time, for what is slow: even where the others do not come to their number, it has its turn. */
const RESERVED = 0.1;

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "60" }, seed: { type: "string" }, target: { type: "string" } },
});
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const ms = Number(values.seconds) * 1000;
const wanted = values.target === undefined ? Math.ceil((ms / 1000) * INPUTS_A_SECOND) : Number.POSITIVE_INFINITY;
const targets = (await openTargets(new URL("../../dist/", import.meta.url)))
  .filter(({ name }) => values.target === undefined || name.includes(values.target))
  .map((target) => ({ target, inputs: 0, ms: 0, failure: undefined }));
const slow = targets.filter(({ target }) => target.isSlow === true);
const began = performance.now();
const left = () => ms - (performance.now() - began);

console.log(`seed ${seed}`);
// Whoever comes to its number early leaves its time to the others.
let quick = targets.filter((one) => !slow.includes(one));
for (const reserved = slow.length === 0 ? 0 : ms * RESERVED; quick.length > 0 && left() > reserved + 1; ) {
  const fair = (left() - reserved) / quick.length;
  for (const one of quick) await attack(one, { ms: fair, inputs: wanted - one.inputs });
  for (const one of quick) if (isDone(one)) console.log(told(one));
  quick = quick.filter((one) => !isDone(one));
}
for (const one of quick) console.log(told(one));
for (const [at, one] of slow.entries()) {
  await attack(one, { ms: left() / (slow.length - at) });
  console.log(told(one));
}
console.log(`${targets.reduce((sum, { inputs }) => sum + inputs, 0)} inputs`);

async function attack(one, limits) {
  const { inputs, ms, failure } = await campaign(one.target, { ...limits, seed: seed + one.inputs });
  one.inputs += inputs;
  one.ms += ms;
  if (failure === undefined) return;
  one.failure = failure;
  process.exitCode = 1;
}

function isDone({ inputs, failure }) {
  return inputs >= wanted || failure !== undefined;
}

function told({ target, inputs, ms, failure = "ok" }) {
  const rate = Math.round(inputs / (ms / 1000));
  return `${target.name.padEnd(22)} ${String(inputs).padStart(9)} inputs ${String(rate).padStart(7)}/s  ${failure}`;
}

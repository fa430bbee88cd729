/** `npm run fuzz -- --seconds N [--seed S] [--target NAME]`: every target in turn, N seconds in all; exit code 1 if one failed. */
import { parseArgs } from "node:util";
import { campaign } from "./campaign.mjs";
import { openTargets } from "./targets.mjs";

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "60" }, seed: { type: "string" }, target: { type: "string" } },
});
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const all = await openTargets(new URL("../../dist/", import.meta.url));
const targets = all.filter(({ name }) => values.target === undefined || name.includes(values.target));
const ms = (Number(values.seconds) * 1000) / targets.length;

console.log(`seed ${seed}`);
let total = 0;
for (const target of targets) {
  const { inputs, ms: took, failure } = await campaign(target, { ms, seed });
  total += inputs;
  const rate = Math.round(inputs / (took / 1000));
  console.log(
    `${target.name.padEnd(22)} ${String(inputs).padStart(9)} inputs ${String(rate).padStart(7)}/s  ${failure ?? "ok"}`,
  );
  if (failure !== undefined) process.exitCode = 1;
}
console.log(`${total} inputs`);

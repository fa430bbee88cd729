/** Runs one target on so many inputs, or for so long, and says what it found; the same seed finds the same again. */
import { mutate, randomFrom } from "./mutate.mjs";

/** Longer than this is a hang: the largest input has 64 KiB. Of the processor, for a busy machine may let anybody wait. */
const MOST_MS = 2000;
/** A target may not hold on to more than this, whatever it was given. */
const MOST_GROWTH = 96 * 1024 ** 2;

/** Returns `{inputs, ms, failure?}`; stops at the first failure, which names the number that makes its input. */
export async function campaign(target, { inputs = Number.POSITIVE_INFINITY, ms = Number.POSITIVE_INFINITY, seed = 1 }) {
  const began = performance.now();
  let before = heapUsed();
  let done = 0;
  for (; done < inputs && performance.now() - began < ms; done++) {
    // Streams finish on the next tick, which a loop without a pause never lets come.
    if (done % 500 === 0) await new Promise(setImmediate);
    const failure = await failureOf(target, seed + done);
    if (failure !== undefined) return { inputs: done + 1, ms: performance.now() - began, failure };
    if (done === 1000) before = heapUsed();
  }
  const grown = heapUsed() - before;
  const failure =
    done > 2000 && grown > MOST_GROWTH ? `${Math.round(grown / 1e6)} MB more than at the beginning` : undefined;
  return { inputs: done, ms: performance.now() - began, ...(failure === undefined ? {} : { failure }) };
}

/** Undefined where all is well. */
async function failureOf(target, number) {
  const began = performance.now();
  try {
    await runOnce(target, number);
    if (performance.now() - began <= MOST_MS) return undefined;
    const took = await processorTime(() => runOnce(target, number));
    return took > MOST_MS ? `${target.name}, input ${number}: took ${Math.round(took)} ms` : undefined;
  } catch (error) {
    return `${target.name}, input ${number}: ${error instanceof Error ? error.stack : error}`;
  }
}

function runOnce(target, number) {
  const random = randomFrom(number);
  return target.run(mutate(target.seeds, target.words, random), random);
}

/** In milliseconds. To ask for it costs as much as a small input, so only what seemed long is run once more to know. */
async function processorTime(work) {
  const began = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

function heapUsed() {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

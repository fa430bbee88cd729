/** Programs that outlive their run: told by name, or left with a blind proxy where `--linger` was given. */
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startSuccessor } from "../run/successor.ts";
import { type Survivor, survivors } from "../run/survivors.ts";
import type { Context } from "./command.ts";

const LINGER = fileURLToPath(new URL("linger-main.js", import.meta.url));

/** Milliseconds. */
const MOMENT = 250;
const STEP = 25;

export interface Outliving {
  readonly port: number;
  /** Milliseconds that the proxy may stay; undefined: not at all. */
  readonly linger: number | undefined;
}

/** Runs `finish`, which gives the port up, and sees to it that somebody else takes it where that was asked for. */
export async function outlived<T>({ port, linger }: Outliving, context: Context, finish: () => Promise<T>): Promise<T> {
  const left = survivors(port);
  const isNeeded = linger !== undefined && (left.length > 0 || process.platform !== "linux");
  const args = [String(port), String(linger)];
  const successor = isNeeded ? await startSuccessor({ script: LINGER, args, env: context.environment }) : undefined;
  const finishing = finish();
  const taken = (await successor?.begin()) === true;
  const finished = await finishing;
  const still = left.length === 0 ? left : await stillThere(port);
  if (still.length > 0 || (isNeeded && process.platform !== "linux")) tellOf(still, { isNeeded, taken }, context);
  return finished;
}

/** Without those that were only a moment behind the command: Python's `multiprocessing` has two that wait for its end. */
async function stillThere(port: number): Promise<readonly Survivor[]> {
  let left = survivors(port);
  for (let waited = 0; left.length > 0 && waited < MOMENT; waited += STEP) {
    await delay(STEP);
    left = survivors(port);
  }
  return left;
}

interface Fate {
  readonly isNeeded: boolean;
  readonly taken: boolean;
}

function tellOf(left: readonly Survivor[], { isNeeded, taken }: Fate, { output }: Context): void {
  const names = left.map(({ name, pid }) => `${name} (${pid})`).join(", ");
  const who = names === "" ? "programs that outlive the run" : `${names} outlived the run`;
  if (taken) output.note(`${who}: served unread by a proxy that stays for as long as needed`);
  else if (isNeeded) output.warn(`${who}: the proxy that was to stay could not be started`);
  else output.warn(`${who}, and will find no proxy: stop them within the run, or add --linger 1h`);
}

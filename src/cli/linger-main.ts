/**
 * The process that `run --linger` leaves behind: a blind proxy on the run's port, until nobody needs it or its time is over.
 * Arguments: port, milliseconds. Started by `run/successor.ts`, whose messages it follows; its environment is the user's own.
 */
import { setTimeout as pause } from "node:timers/promises";
import { type BlindProxy, startBlindProxy } from "../pipeline.ts";
import { survivors } from "../run/survivors.ts";
import { userProxy } from "../run/user-proxy.ts";

const CHECK_MS = 1000;
/** The run closes its port while we wait for it. */
const PORT_TRIES = 500;
const TRY_AGAIN_MS = 10;

const port = Number(process.argv[2]);
const deadline = Date.now() + Number(process.argv[3]);

async function takenOver(tries = PORT_TRIES): Promise<BlindProxy> {
  try {
    return await startBlindProxy(port, userProxy(process.env));
  } catch (error) {
    if (tries === 0) throw error;
    await pause(TRY_AGAIN_MS);
    return takenOver(tries - 1);
  }
}

/** Where nobody can be known (macOS), the deadline alone ends it. */
async function whileNeeded(proxy: BlindProxy): Promise<void> {
  const knowsOthers = process.platform === "linux";
  while (Date.now() < deadline) {
    await pause(Math.min(CHECK_MS, deadline - Date.now()));
    if (knowsOthers && proxy.openConnections === 0 && survivors(port).length === 0) return;
  }
}

process.once("message", async () => {
  const proxy = await takenOver();
  process.send?.("begun");
  await whileNeeded(proxy);
  await proxy.close();
  process.exitCode = 0;
});
// Who was to tell us is gone: nothing to take over.
process.once("disconnect", () => process.removeAllListeners("message"));
process.send?.("ready");

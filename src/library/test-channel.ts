/** Tells iamgen's hook which test is running, so that `explain` names the test behind a call. Heard with `--callers` alone. */
import { channel } from "node:diagnostics_channel";

/** Counterpart: `preload/running-test.cts`. */
const tests = channel("iamgen:test");

/** A test of this name begins (`isRunning`) or has ended. Costs nothing where nobody listens. */
export function tellTest(name: string, isRunning: boolean): void {
  if (tests.hasSubscribers) tests.publish({ name, isRunning });
}

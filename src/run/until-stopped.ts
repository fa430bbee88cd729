/** How a long-running `listen` comes to its end. Must not keep the process from ending when it is asked twice. */

const STOPPING = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Settles at the first Ctrl-C, SIGTERM or SIGHUP, or after `limit` milliseconds; the next signal does what it always does. */
export function untilStopped(limit?: number): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      for (const signal of STOPPING) process.off(signal, stop);
      clearTimeout(timer);
      resolve();
    };
    const timer = limit === undefined ? undefined : setTimeout(stop, limit);
    for (const signal of STOPPING) process.on(signal, stop);
  });
}

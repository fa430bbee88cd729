/** How a long-running `listen` comes to its end. Must not keep the process from ending when it is asked twice. */

const STOPPING = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export interface Patience {
  /** Milliseconds. */
  readonly limit?: number | undefined;
  /** Gives up waiting: the promise settles. */
  readonly signal?: AbortSignal;
}

/** Settles at the first Ctrl-C, SIGTERM or SIGHUP, or at the limit; the next signal does what it always does. */
export function untilStopped({ limit, signal }: Patience = {}): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      for (const name of STOPPING) process.off(name, stop);
      clearTimeout(timer);
      resolve();
    };
    const timer = limit === undefined ? undefined : setTimeout(stop, limit);
    for (const name of STOPPING) process.on(name, stop);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

import { expect, test } from "vitest";
import { untilStopped } from "../../src/run/until-stopped.ts";

const listeners = () =>
  process.listenerCount("SIGTERM") + process.listenerCount("SIGINT") + process.listenerCount("SIGHUP");

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "%s stops, and the next one finds no handler of ours",
  async (signal) => {
    const before = listeners();
    const stopped = untilStopped();
    expect(listeners()).toBe(before + 3);
    process.kill(process.pid, signal);
    await stopped;
    expect(listeners()).toBe(before);
  },
);

test("a time limit stops", async () => {
  const before = listeners();
  await untilStopped({ limit: 1 });
  expect(listeners()).toBe(before);
});

test("who waits may give up, and nothing is left behind", async () => {
  const before = listeners();
  const patience = new AbortController();
  const stopped = untilStopped({ limit: 3_600_000, signal: patience.signal });
  patience.abort();
  await stopped;
  expect(listeners()).toBe(before);
});

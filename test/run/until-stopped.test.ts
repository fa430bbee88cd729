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
  await untilStopped(1);
  expect(listeners()).toBe(before);
});

/**
 * Two ways of running tests. What neither starts a process nor changes one shares a module graph a worker, in threads; the
 * others share theirs in processes of their own, because they read variables and send signals. Starting an isolated worker
 * for each file took three times as long as the tests.
 */
import { defineConfig } from "vitest/config";

const IN_THREADS = [
  "authorize",
  "capture",
  "data",
  "decode",
  "iam",
  "merge",
  "record",
  "render",
  "services",
  "synthesize",
].map((stage) => `test/${stage}/**/*.test.ts`);

const INTEROP = "test/interop/**";

export default defineConfig({
  test: {
    maxWorkers: 2,
    isolate: false,
    // A busy machine is no reason to fail.
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: "threads", pool: "threads", include: IN_THREADS } },
      {
        extends: true,
        test: { name: "processes", pool: "forks", include: ["test/**/*.test.ts"], exclude: [...IN_THREADS, INTEROP] },
      },
    ],
  },
});

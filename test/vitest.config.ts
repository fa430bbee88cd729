/**
 * Two ways of running tests. What only computes shares one module graph a worker: starting an isolated one for each of its
 * files took three times as long as the tests. What opens sockets, starts processes or changes process-wide state keeps to itself.
 */
import { defineConfig } from "vitest/config";

const PURE = ["iam", "data", "services", "decode", "record", "authorize", "synthesize", "render", "merge"];
const INTEROP = "test/interop/**";

const pure = PURE.map((stage) => `test/${stage}/**/*.test.ts`);

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { name: "pure", include: pure, pool: "threads", isolate: false } },
      { test: { name: "system", include: ["test/**/*.test.ts"], exclude: [...pure, INTEROP] } },
    ],
  },
});

/**
 * Two ways of running tests. `quick` is `npm test`, which is to take a minute; `thorough` is what takes its time, whole programs
 * one after the other, and properties with many cases: `npm run test:thorough`, and CI. Both share a module graph a worker: to
 * start an isolated one for each file took three times as long as the tests.
 */
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const EVERY = ["test/**/*.test.ts"];
const INTEROP = "test/interop/**";

const filesOf = (folder: string, names: readonly string[]): readonly string[] =>
  names.map((name) => `test/${folder}/${name}.test.ts`);

/** Every promise has a file in `quick`, too. */
const THOROUGH = [
  ...filesOf("cli", ["linger-main"]),
  ...filesOf("data/generate", ["main"]),
  ...filesOf("do-no-harm", ["full-disk", "killed", "large-bodies", "large-bodies-http2", "limits", "lost-observer"]),
  ...filesOf("do-no-harm", ["poor-places", "same-ending", "same-ending-hooked", "sdk-faults", "stages", "streams"]),
  ...filesOf("do-no-harm", ["users-network"]),
  ...filesOf("e2e", ["bad-input", "callers", "endpoints", "enforce", "library", "listen-elsewhere", "listen-users"]),
  ...filesOf("e2e", ["node-clients", "nothing-silent"]),
  ...filesOf("merge", ["generated-files"]),
  ...filesOf("pipeline", ["policies-properties"]),
];

export default defineConfig({
  test: {
    pool: "forks",
    // Half of the work is done by processes that tests start.
    maxWorkers: Math.max(2, Math.ceil(availableParallelism() / 2)),
    isolate: false,
    // A busy machine is no reason to fail.
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: "quick", include: EVERY, exclude: [...THOROUGH, INTEROP] } },
      { extends: true, test: { name: "thorough", include: THOROUGH } },
    ],
  },
});

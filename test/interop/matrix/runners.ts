/** What runs other programs in JavaScript: runners of tests with all their kinds of workers, two files each, and of tasks. */
import { join, resolve } from "node:path";
import { bucketAnd, type ClientCase, must, script, versionOf } from "./client-case.ts";
import {
  layJavaScript,
  layOwnJavaScript,
  missingUnlessInstalled,
  NPM_MODULES,
  npmVersion,
  ownVersion,
} from "./installed.ts";

const VITEST = resolve(import.meta.dirname, "../../../node_modules/vitest/vitest.mjs");

/** What all of them do; reports hold times, so they go into a file. */
const TWO_FILES = {
  stdout: "",
  calls: ["S3.CreateBucket x1", "S3.CreateBucket x1", "S3.PutObject x1", "S3.PutObject x1"],
  allows: [
    {
      Action: ["s3:CreateBucket", "s3:PutObject"],
      Resource: [...bucketAnd("first-bucket", "k"), ...bucketAnd("second-bucket", "k")],
    },
  ],
} as const;

const jest = (name: string, place: string, options: string): ClientCase => ({
  client: `Jest, ${name}`,
  notes: "the hook",
  missing: missingUnlessInstalled("npm/node_modules/jest"),
  version: () => npmVersion("jest"),
  prepare: (scratch) => layJavaScript(scratch, "jest"),
  command: () =>
    script(
      `cd jest; PLACE=${place} node ${join(NPM_MODULES, "jest/bin/jest.js")} --ci --maxWorkers=2 --testTimeout=60000 ${options} 2> report`,
    ),
  ...TWO_FILES,
});

const vitest = (pool: string, place: string): ClientCase => ({
  client: `Vitest, pool of ${pool}`,
  notes: "the hook",
  missing: undefined,
  version: () => ownVersion("vitest"),
  prepare: (scratch) => layOwnJavaScript(scratch, "runners"),
  command: () =>
    script(`PLACE=${place} node ${VITEST} run --globals --root . --pool ${pool} --testTimeout 60000 > report`),
  ...TWO_FILES,
});

const TURBOREPO: ClientCase = {
  client: "Turborepo, strict environment mode",
  notes: "the hook, whose variables a `node` of ours on PATH sets again; not tasks in other languages",
  missing: missingUnlessInstalled("npm/node_modules/turbo"),
  version: () => npmVersion("turbo"),
  prepare: (scratch) => layJavaScript(scratch, "turbo"),
  env: { TURBO_TELEMETRY_DISABLED: "1" },
  command: () => script(`cd turbo; node ${join(NPM_MODULES, "turbo/bin/turbo")} run deploy > ../report`),
  stdout: "",
  calls: ["S3.CreateBucket x1", "S3.PutObject x1"],
  allows: [{ Action: ["s3:CreateBucket", "s3:PutObject"], Resource: bucketAnd("turbo-bucket", "k") }],
};

const YARN_PROGRAM = join(NPM_MODULES, "@yarnpkg/cli-dist/bin/yarn.js");

const YARN: ClientCase = {
  client: "Yarn, a script with NODE_OPTIONS of its own",
  notes: "the hook, which its parent puts back; not classic Yarn",
  missing: missingUnlessInstalled("npm/node_modules/@yarnpkg/cli-dist"),
  version: () => npmVersion("@yarnpkg/cli-dist"),
  prepare: (scratch) => {
    layJavaScript(scratch, "yarn");
    must(join(scratch, "yarn"), "node", YARN_PROGRAM, "install", "--no-immutable");
  },
  command: () => script(`cd yarn; node ${YARN_PROGRAM} run put`),
  stdout: "",
  calls: ["S3.CreateBucket x1", "S3.PutObject x1"],
  allows: [{ Action: ["s3:CreateBucket", "s3:PutObject"], Resource: bucketAnd("yarn-bucket", "k") }],
};

export const RUNNERS: readonly ClientCase[] = [
  jest("workers that are processes", "fork", ""),
  jest("workers that are threads", "thread", "--workerThreads"),
  vitest("forks", "fork"),
  vitest("threads", "thread"),
  {
    client: "node --test",
    notes: "the hook; a process a file",
    missing: undefined,
    version: () => versionOf("node", "--version"),
    prepare: (scratch) => layOwnJavaScript(scratch, "runners"),
    command: () => script("PLACE=process node --test runners/*.test.mjs > report"),
    ...TWO_FILES,
  },
  YARN,
  TURBOREPO,
];

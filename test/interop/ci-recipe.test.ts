/** The recipe for CI as it is written: the README's commands and the scripts of the examples, run by bash against a stand-in. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { cleanEnvironment, IAMGEN } from "../support/run-iamgen.ts";
import { because } from "../support/skip-reason.ts";
import { longMissing, runTool } from "../support/tool.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** The blocks of commands below the recipe's name. */
const [RECORD = "", JUDGE = ""] = (() => {
  const recipe = /^\*\*In CI\*\*[\s\S]*?(?=^\*\*)/m.exec(read("README.md"))?.[0] ?? "";
  return [...recipe.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, commands = ""]) => commands);
})();

interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const ACTION: {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
} = parse(read("examples/github-action/action.yml"));
const WORKFLOW: { readonly jobs: { readonly test: { readonly steps: readonly Step[] } } } = parse(
  read("examples/github-action/workflow.yml"),
);
const GITLAB: Readonly<Record<"test" | "policy", { readonly script: readonly string[] }>> = parse(
  read("examples/gitlab-ci.yml"),
);

/** A shard: the table of its own number is described, without an SDK. */
const SHARD = `const [shard] = process.argv.at(-1);
await fetch("https://dynamodb.us-east-1.amazonaws.com/", {
  method: "POST",
  headers: {
    "x-amz-target": "DynamoDB_20120810.DescribeTable",
    authorization: "AWS4-HMAC-SHA256 Credential=AKIARTX3GSDSQKS4H4NX/20260115/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
  },
  body: JSON.stringify({ TableName: "table-" + shard }),
});
`;
const TABLE_1 = "arn:aws:dynamodb:us-east-1:111122223333:table/table-1";
const EMPTY = '{\n  "Version": "2012-10-17",\n  "Statement": []\n}\n';

interface Ended {
  readonly status: number | null;
  readonly output: string;
}

describe("the recipe for CI", () => {
  const directory = mkdtempSync(join(tmpdir(), "iamgen-ci-"));
  const standIn = createServer((request, response) => request.resume().on("end", () => response.end("{}")));
  const file = (name: string): string => readFileSync(join(directory, name), "utf8");
  let machine: NodeJS.ProcessEnv;

  beforeAll(async () => {
    standIn.listen(0, "127.0.0.1");
    await once(standIn, "listening");
    const address = standIn.address();
    mkdirSync(join(directory, "bin"));
    program("iamgen", `exec "${process.execPath}" "${IAMGEN}" "$@"`);
    program("npx", '"$@"');
    writeFileSync(join(directory, "shard.mjs"), SHARD);
    writeFileSync(join(directory, "package.json"), '{ "scripts": { "test": "node shard.mjs" } }');
    machine = {
      ...cleanEnvironment(),
      HOME: directory,
      XDG_STATE_HOME: join(directory, "state"),
      PATH: `${join(directory, "bin")}:${process.env["PATH"]}`,
      IAMGEN_FORWARD_TO: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    };
  });
  beforeEach(() => writeFileSync(join(directory, "policy.json"), EMPTY));
  afterEach(() => {
    for (const name of readdirSync(directory))
      if (name.startsWith("iamgen-") || name === "summary.md") rmSync(join(directory, name));
  });
  afterAll(() => {
    standIn.close();
    rmSync(directory, { recursive: true, force: true });
  });

  function program(name: string, script: string): void {
    writeFileSync(join(directory, "bin", name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(directory, "bin", name), 0o755);
  }

  async function bash(script: string, variables: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const child = spawn("bash", ["-e", "-c", script], { cwd: directory, env: { ...machine, ...variables } });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    const [status] = await once(child, "close");
    return { status, output };
  }

  async function recordShards(script: string, variable: string, more = {}): Promise<void> {
    for (const shard of ["1", "2"]) {
      expect(await bash(script, { [variable]: shard, ...more })).toMatchObject({ status: 0 });
    }
  }

  test("the README's commands fail, propose, and pass once the proposal is applied", async () => {
    await recordShards(RECORD, "SHARD");
    const refused = await bash(JUDGE);
    expect(refused).toMatchObject({ status: 1, output: expect.stringContaining("2 needed, 2 missing, 0 excess") });

    expect(await bash("git apply iamgen.patch")).toMatchObject({ status: 0 });
    expect(JSON.parse(file("policy.json")).Statement[0].Resource).toEqual([TABLE_1, TABLE_1.replace(/1$/, "2")]);
    expect(await bash(JUDGE)).toMatchObject({ status: 0, output: expect.stringContaining("0 missing, 0 excess") });
    expect(file("iamgen.patch")).toBe("");
  });

  test("the workflow of GitHub records as the README does, and the action annotates, sums up and fails", async () => {
    const record = WORKFLOW.jobs.test.steps.find(({ run }) => run?.includes("iamgen run"));
    await recordShards(record?.run ?? "false", "SHARD");
    const step = ACTION.runs.steps.find(({ id }) => id === "check");
    const variables = { ...inputsOf(step, { policy: "policy.json" }), GITHUB_STEP_SUMMARY: "summary.md" };

    const refused = await bash(step?.run ?? "false", variables);
    expect(refused.status).toBe(1);
    expect(refused.output).toMatch(/^::error file=policy\.json,line=1,.*::missing: dynamodb:DescribeTable on/m);
    expect(file("summary.md")).toMatch(/2 missing[\s\S]*```diff\n--- a\/policy\.json\n[\s\S]*```\n$/);
    expect(JSON.parse(file("iamgen.sarif")).runs[0].results).toHaveLength(2);

    expect(await bash("git apply iamgen.patch")).toMatchObject({ status: 0 });
    expect(await bash(step?.run ?? "false", variables)).toMatchObject({
      status: 0,
      output: expect.not.stringContaining("::"),
    });
    expect(await bash(step?.run ?? "false", { ...variables, RECORDINGS: "none-*.ndjson" })).toMatchObject({
      status: 4,
    });
  });

  test("what the action is given reaches iamgen as one argument each", async () => {
    await recordShards(RECORD, "SHARD");
    const step = ACTION.runs.steps.find(({ id }) => id === "check");
    const inputs = { policy: "my policy.json", select: "a b", references: "--account 444455556666" };
    program("iamgen", 'printf "%s|" "$@"; echo');
    const { output } = await bash(step?.run ?? "false", {
      ...inputsOf(step, inputs),
      GITHUB_STEP_SUMMARY: "summary.md",
    });
    program("iamgen", `exec "${process.execPath}" "${IAMGEN}" "$@"`);
    expect(output).toBe(
      "check|iamgen-1.ndjson|iamgen-2.ndjson|--account|444455556666|--select|a b|--against|my policy.json|--format|github|--fail-on|missing|\n",
    );
  });

  test("the jobs of GitLab record, keep a patch, and fail", async () => {
    const [, record = "false"] = GITLAB.test.script;
    await recordShards(record, "CI_NODE_INDEX", { CI_NODE_TOTAL: "2" });
    const script = GITLAB.policy.script.slice(1).join("\n");
    expect(await bash(script, { POLICY: "policy.json" })).toMatchObject({ status: 1 });
    expect(file("iamgen.md")).toContain("2 needed, 2 missing, 0 excess");
    expect(await bash("git apply iamgen.patch")).toMatchObject({ status: 0 });
    expect(await bash(script, { POLICY: "policy.json" })).toMatchObject({ status: 0 });
  });
});

/** The variables of a step, its expressions filled in as GitHub does. */
function inputsOf(step: Step | undefined, given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(step?.env ?? {}).map(([name, expression]) => {
    const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(expression)?.[1] ?? "";
    return [name, given[input] ?? ACTION.inputs[input]?.default ?? ""];
  });
  return Object.fromEntries(entries);
}

const ACTIONLINT = ["go", "run", "github.com/rhysd/actionlint/cmd/actionlint@v1.7.7"];

test.skipIf(longMissing !== undefined)(`actionlint finds nothing${because(longMissing)}`, () => {
  const directory = mkdtempSync(join(tmpdir(), "iamgen-actionlint-"));
  const place = (name: string, text: string): void => {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  };
  place(".git/HEAD", "");
  place(".github/actions/iamgen/action.yml", read("examples/github-action/action.yml"));
  place(".github/workflows/policy.yml", read("examples/github-action/workflow.yml"));
  expect(runTool(ACTIONLINT, directory)).toEqual({ status: 0, output: "" });
  place(
    ".github/workflows/policy.yml",
    read("examples/github-action/workflow.yml").replace("policy: policy.json", "polcy: x"),
  );
  expect(runTool(ACTIONLINT, directory).output).toContain('input "polcy" is not defined');
  rmSync(directory, { recursive: true });
});

test("no script of the examples takes an expression of GitHub into its text", () => {
  const scripts = [...ACTION.runs.steps, ...WORKFLOW.jobs.test.steps].flatMap(({ run }) => run ?? []);
  expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
});

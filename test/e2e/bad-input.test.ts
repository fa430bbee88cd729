/** Runs inside runs, runs side by side, impatient users and damaged files: each keeps what it saw, and says what is wrong. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { startAwsStandIn } from "../support/aws-stand-in.ts";
import { type Project, project } from "../support/project.ts";
import {
  callsOf,
  cleanEnvironment,
  EXAMPLE_CREDENTIALS,
  IAMGEN,
  parseLines,
  type RecordingLine,
} from "../support/run-iamgen.ts";

const PATIENCE = 30_000;
const CALLS_ONE = resolve(import.meta.dirname, "../fixtures/clients/hard-to-see.mjs");

const recordingIn = (place: Project, name: string): RecordingLine[] =>
  parseLines(readFileSync(join(place.directory, name), "utf8"));

const tablesIn = (lines: readonly RecordingLine[]): unknown[] =>
  lines.filter(({ type }) => type === "call").map((line) => line["input"]);

const describeTable = (name: string): string => `
  const answer = await fetch("https://dynamodb.us-east-1.amazonaws.com/", {
    method: "POST",
    headers: {
      "x-amz-target": "DynamoDB_20120810.DescribeTable",
      authorization: "AWS4-HMAC-SHA256 Credential=AKIARTX3GSDSQKS4H4NX/20260115/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
    },
    body: JSON.stringify({ TableName: ${JSON.stringify(name)} }),
  });
  console.log(answer.status);
`;

describe("several runs", () => {
  test(
    "a run inside a run: one request, seen by both",
    async () => {
      const standIn = await startAwsStandIn();
      const place = project(EXAMPLE_CREDENTIALS);
      const inner = [process.execPath, IAMGEN, "run", "--recording", "inner.ndjson", "--", "node", CALLS_ONE, "none"];

      const outer = ["run", "--recording", "outer.ndjson", ...standIn.forwarding, "--"];
      const { exitCode, stdout } = await place.iamgen(...outer, ...inner);

      expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "none: undefined\n" });
      expect(standIn.requests).toHaveLength(1);
      expect(callsOf(recordingIn(place, "inner.ndjson"))).toEqual(["DynamoDB.DescribeTable x1"]);
      expect(callsOf(recordingIn(place, "outer.ndjson"))).toEqual(["DynamoDB.DescribeTable x1"]);
    },
    PATIENCE,
  );

  test(
    "two runs at once: each sees its own calls alone",
    async () => {
      const standIn = await startAwsStandIn();
      const place = project(EXAMPLE_CREDENTIALS);
      const run = (name: string) => {
        const options = ["--recording", `${name}.ndjson`, ...standIn.forwarding];
        const command = ["node", "--input-type=module", "-e", describeTable(name)];
        return place.iamgen("run", ...options, "--", ...command);
      };

      const finished = await Promise.all([run("one"), run("two")]);

      expect(finished.map(({ exitCode, stdout }) => [exitCode, stdout])).toEqual([
        [0, "200\n"],
        [0, "200\n"],
      ]);
      expect(tablesIn(recordingIn(place, "one.ndjson"))).toEqual([{ TableName: "one" }]);
      expect(tablesIn(recordingIn(place, "two.ndjson"))).toEqual([{ TableName: "two" }]);
    },
    PATIENCE,
  );
});

test("a megabyte of any bytes goes into the command and comes out as it is", () => {
  const bytes = Buffer.from(Array.from({ length: 1 << 20 }, (_, at) => (at * 31 + (at >> 8)) & 255));
  const { directory, stateDirectory } = project();
  const { status, stdout } = spawnSync(process.execPath, [IAMGEN, "run", "--", "cat"], {
    input: bytes,
    maxBuffer: 2 << 20,
    env: { ...cleanEnvironment(), HOME: directory, XDG_STATE_HOME: stateDirectory, XDG_CACHE_HOME: directory },
  });
  expect(status).toBe(0);
  expect(Buffer.compare(stdout, bytes)).toBe(0);
});

const hasScript = spawnSync("script", ["--version"]).status === 0;

test.skipIf(!hasScript)(
  "Ctrl-C twice at a terminal: the command gets each once and ends as it likes, and what was seen is kept",
  async () => {
    const standIn = await startAwsStandIn();
    const place = project(EXAMPLE_CREDENTIALS);
    const program = `
      ${describeTable("seen")}
      let times = 0;
      process.on("SIGINT", () => {
        times += 1;
        console.log("got SIGINT " + times);
        if (times === 2) process.exit(7);
      });
      setInterval(() => {}, 1000);
      console.log("ready");
    `;
    writeFileSync(join(place.directory, "program.mjs"), program);
    const run = ["run", "--recording", "r.ndjson", "-o", "p.json", ...standIn.forwarding, "--", "node", "program.mjs"];
    // `exec`: a shell that stays (dash does) would get Ctrl-C as well and answer 130 for itself.
    const commandLine = ["exec", process.execPath, IAMGEN, ...run].join(" ");
    const terminal = spawn("script", ["-qefc", commandLine, "/dev/null"], {
      cwd: place.directory,
      env: {
        ...cleanEnvironment(),
        ...EXAMPLE_CREDENTIALS,
        HOME: place.directory,
        XDG_STATE_HOME: place.stateDirectory,
      },
    });
    onTestFinished(() => void terminal.kill("SIGKILL"));
    let stdout = "";
    const typeAfter = new Map([
      ["ready", "\x03"],
      ["got SIGINT 1", "\x03"],
    ]);
    terminal.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
      for (const [text, keys] of typeAfter) {
        if (stdout.includes(text) && typeAfter.delete(text)) terminal.stdin.write(keys);
      }
    });

    const [exitCode] = await once(terminal, "close");

    expect(exitCode).toBe(7);
    expect(stdout.match(/got SIGINT \d/g)).toEqual(["got SIGINT 1", "got SIGINT 2"]);
    expect(stdout).toContain("iamgen: 1 call of 1 operation by 1 identity");
    expect(tablesIn(recordingIn(place, "r.ndjson"))).toEqual([{ TableName: "seen" }]);
    expect(recordingIn(place, "r.ndjson").at(-1)).toMatchObject({ type: "end", exitCode: 7 });
    expect(readFileSync(join(place.directory, "p.json"), "utf8")).toContain("table/seen");
  },
  PATIENCE,
);

describe("a recording", () => {
  const HINT = "hint: pass a file that `iamgen run` or `iamgen listen` wrote\n";

  /** The lines of a whole one: header, call, end. */
  const wholeLines = (place: Project): string[] => {
    const path = place.record("whole.ndjson", [{ input: { Bucket: "b", Key: "k" }, members: ["Bucket", "Key"] }]);
    return readFileSync(path, "utf8").split("\n");
  };

  test("that ends in the middle of a line still gives its policy, and says so", async () => {
    const place = project();
    const [header, call] = wholeLines(place);
    writeFileSync(join(place.directory, "cut.ndjson"), `${header}\n${call}\n{"type":"call","n":2,"sdkI`);

    const [policy, strict] = await Promise.all([
      place.iamgen("policy", "cut.ndjson"),
      place.iamgen("report", "--strict", "cut.ndjson"),
    ]);

    expect(policy).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("arn:aws:s3:::b/k") });
    expect(policy.stderr).toContain("iamgen: parts of the recording not readable\n");
    expect(strict).toMatchObject({ exitCode: 1, stdout: expect.stringContaining("not ended") });
    expect(strict.stdout).toContain("odd in the recording\n  `cut.ndjson` ends in the middle of a line: skipped\n");
  });

  test.each([
    [
      "of a newer version",
      (lines: string[]) => lines.join("\n").replace('"iamgen":1', '"iamgen":2'),
      "its format is version 2, this iamgen reads 1\nhint: update iamgen, then try again\n",
    ],
    ["of another program", () => '{"log":{"version":"1.2"}}\n', `it is not an iamgen recording\n${HINT}`],
    ["of no text", () => "\x00\x01\x02\xff\n", `it is not an iamgen recording\n${HINT}`],
    ["that is empty", () => "", "it is empty\n"],
  ])("%s is refused in words", async (_what, damaged, words) => {
    const place = project();
    writeFileSync(join(place.directory, "r.ndjson"), damaged(wholeLines(place)), "latin1");
    expect(await place.iamgen("policy", "r.ndjson")).toEqual({
      exitCode: 4,
      signal: null,
      stdout: "",
      stderr: `iamgen: cannot read recording \`r.ndjson\`: ${words}`,
    });
  });
});

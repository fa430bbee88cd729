/** A project of its own in a temporary directory, with recordings, and iamgen started in it as a person would. */
import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { execute } from "../../src/cli/main.ts";
import { Output } from "../../src/cli/output.ts";
import type { ApiCall, Undecoded } from "../../src/decode/api-call.ts";
import { decoded, SUCCEEDED } from "./api-call.ts";
import { recorderTo } from "./recorder.ts";
import { cleanEnvironment, IAMGEN } from "./run-iamgen.ts";
import { KeepingSink } from "./sink.ts";
import { tempDir } from "./temp-dir.ts";

interface Finished {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Started {
  readonly child: ChildProcess;
  readonly finished: Promise<Finished>;
  /** Resolves once the text was seen on the stream; rejects if the process ends before. */
  seen(stream: "stdout" | "stderr", text: string): Promise<void>;
}

export interface Project {
  readonly directory: string;
  readonly stateDirectory: string;
  /** Any program, in the project's directory and environment. */
  spawn(file: string, ...argv: string[]): Started;
  start(...argv: string[]): Started;
  /** In a process of its own, unless it does no more than read and write files. */
  iamgen(...argv: string[]): Promise<Finished>;
  /** Writes a recording of these calls and returns its path. */
  record(name: string, calls: readonly Partial<ApiCall>[], undecoded?: readonly Undecoded[]): string;
}

export function project(environment: Readonly<Record<string, string>> = {}): Project {
  const directory = tempDir();
  const stateDirectory = join(directory, "state");
  const env = {
    ...cleanEnvironment(),
    HOME: directory,
    XDG_STATE_HOME: stateDirectory,
    XDG_CACHE_HOME: join(directory, "cache"),
    ...environment,
  };
  const spawned = (file: string, ...argv: string[]): Started => started(spawn(file, argv, { cwd: directory, env }));
  const start = (...argv: string[]): Started => spawned(process.execPath, IAMGEN, ...argv);
  return {
    directory,
    stateDirectory,
    spawn: spawned,
    start,
    iamgen: (...argv) => (READING.has(argv[0] ?? "") ? within({ directory, env }, argv) : start(...argv).finished),
    record(name, calls, undecoded = []) {
      const lines: string[] = [];
      const recorder = recorderTo(lines);
      for (const call of calls) recorder.call(decoded(call), call.outcome ?? SUCCEEDED, 0);
      for (const what of undecoded) recorder.undecoded(what);
      recorder.end(0, 0);
      const path = join(directory, name);
      writeFileSync(path, lines.join(""));
      return path;
    },
  };
}

/** Commands that touch nothing but files: ten times as fast without a process of their own. */
const READING = new Set(["policy", "merge", "check", "explain", "report", "completion"]);

/** The working directory belongs to the process: one at a time. */
let previous: Promise<unknown> = Promise.resolve();

function within(place: { directory: string; env: NodeJS.ProcessEnv }, argv: readonly string[]): Promise<Finished> {
  const finished = previous.then(() => executed(place, argv));
  previous = finished;
  return finished;
}

async function executed(
  { directory, env }: { directory: string; env: NodeJS.ProcessEnv },
  argv: readonly string[],
): Promise<Finished> {
  const [stdout, stderr] = [new KeepingSink(), new KeepingSink()];
  const output = new Output({ stdout, stderr, environment: env });
  const [cwd, home] = [process.cwd(), process.env["HOME"]];
  process.chdir(directory);
  process.env["HOME"] = directory;
  try {
    const exitCode = await execute(argv, { output, environment: env, workingDirectory: directory });
    return { exitCode, signal: null, stdout: stdout.text, stderr: stderr.text };
  } finally {
    process.chdir(cwd);
    if (home === undefined) delete process.env["HOME"];
    else process.env["HOME"] = home;
  }
}

function started(child: ChildProcess): Started {
  const texts = { stdout: "", stderr: "" };
  child.stdin?.end();
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      texts[name] += text;
    });
  }
  onTestFinished(() => {
    if (child.exitCode === null) child.kill("SIGKILL");
  });
  const finished = new Promise<Finished>((done) =>
    child.on("close", (exitCode, signal) => done({ exitCode, signal, ...texts })),
  );
  return {
    child,
    finished,
    seen: (stream, text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (texts[stream].includes(text)) resolve();
        };
        child[stream]?.on("data", look);
        child.on("close", () => reject(new Error(`not seen: ${text}\n${texts.stderr}`)));
        look();
      }),
  };
}

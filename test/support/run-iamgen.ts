/** Runs the built iamgen as a person would, and hands back all that it left. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const IAMGEN = resolve(import.meta.dirname, "../../bin/iamgen.js");

/** Key id of no real account: it encodes AWS's documentation account 111122223333. */
export const EXAMPLE_CREDENTIALS = {
  AWS_ACCESS_KEY_ID: "AKIARTX3GSDSQKS4H4NX",
  AWS_SECRET_ACCESS_KEY: "secret-of-nothing",
  AWS_REGION: "us-east-1",
  AWS_DEFAULT_REGION: "us-east-1",
} as const;

export interface IamgenRun {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Lines of the recording, parsed; empty where there is none. */
  readonly recording: readonly RecordingLine[];
  /** The policy as written with `-o`, parsed; undefined where there is none. */
  readonly policy: unknown;
}

export type RecordingLine = Readonly<Record<string, unknown>> & { readonly type: string };

export interface RunRequest {
  /** Options of `iamgen run`, without `-o` and `--recording`. */
  readonly options?: readonly string[];
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
}

/** The machine's environment without its AWS settings, so that a test's outcome does not depend on them. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^(?:AWS_|VITEST|NODE_OPTIONS$|FORCE_COLOR$|NO_COLOR$)/.test(name),
  );
  return Object.fromEntries(entries);
}

export function parseLines(text: string): RecordingLine[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as RecordingLine);
}

export async function runIamgen(request: RunRequest): Promise<IamgenRun> {
  const scratch = mkdtempSync(join(tmpdir(), "iamgen-test-"));
  const policyFile = join(scratch, "policy.json");
  const recordingFile = join(scratch, "recording.ndjson");
  const options = [...(request.options ?? []), "--recording", recordingFile, "-o", policyFile];
  const child = spawn(process.execPath, [IAMGEN, "run", ...options, "--", ...request.command], {
    cwd: request.cwd ?? scratch,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...cleanEnvironment(), HOME: scratch, XDG_STATE_HOME: scratch, ...EXAMPLE_CREDENTIALS, ...request.env },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const [exitCode, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((done) =>
    child.on("close", (code, name) => done([code, name])),
  );
  const recording = existsSync(recordingFile) ? parseLines(readFileSync(recordingFile, "utf8")) : [];
  const policy: unknown = existsSync(policyFile) ? JSON.parse(readFileSync(policyFile, "utf8")) : undefined;
  rmSync(scratch, { recursive: true, force: true });
  return { exitCode, signal, stdout, stderr, recording, policy };
}

/** How often each call line stands for a call, by its number (counts of `count` lines applied). */
function countsOf(recording: readonly RecordingLine[]): Map<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const line of recording) {
    if (line.type !== "call" && line.type !== "count") continue;
    counts.set(line["n"], Math.max(counts.get(line["n"]) ?? 1, Number(line["count"] ?? 1)));
  }
  return counts;
}

/** Calls captured, repeated ones included. */
export function callCount(recording: readonly RecordingLine[]): number {
  return [...countsOf(recording).values()].reduce((sum, count) => sum + count, 0);
}

/** `operation xN` of every call line, sorted: what was captured, and how often. */
export function callsOf(recording: readonly RecordingLine[]): string[] {
  const counts = countsOf(recording);
  return recording
    .filter((line) => line.type === "call")
    .map((line) => `${String(line["sdkId"])}.${String(line["operation"])} x${counts.get(line["n"]) ?? 1}`)
    .sort();
}

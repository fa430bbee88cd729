/** Runs a program in the Node at hand with the built hook in front of it. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { hookVariables } from "../../src/run/hook-variables.ts";
import type { StandInProxy } from "./stand-in-proxy.ts";

export const HOOK = resolve(import.meta.dirname, "../../dist/preload/register.cjs");

const CREDENTIALS = {
  AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
  AWS_SECRET_ACCESS_KEY: "secret",
  AWS_REGION: "us-east-1",
  AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE: "1",
};

export interface Hooked {
  readonly exitCode: number | null;
  readonly output: string;
  readonly notices: readonly unknown[];
}

export interface Program {
  /** Arguments for node. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly pid?: number;
  /** Without it the run has ended. */
  readonly isLive?: boolean;
  readonly tlsAuthorities?: readonly string[];
  readonly node?: string;
  /** Where to tell which lines make requests. */
  readonly callers?: { readonly file: string; readonly root: string };
}

export async function runHooked(proxy: StandInProxy, program: Program): Promise<Hooked> {
  const scratch = mkdtempSync(join(tmpdir(), "iamgen-hook-"));
  const liveFile = join(scratch, "live");
  const noticesFile = join(scratch, "notices.ndjson");
  if (program.isLive !== false) writeFileSync(liveFile, "");
  const { PATH, HOME } = process.env;
  const facts = {
    port: proxy.port,
    pid: program.pid ?? process.pid,
    liveFile,
    noticesFile,
    caPem: proxy.caPem,
    awsSuffixes: ["amazonaws.com"],
    tlsAuthorities: program.tlsAuthorities ?? [],
    ...(program.callers === undefined ? {} : { callers: program.callers }),
  };
  const env = { PATH, HOME, ...CREDENTIALS, NODE_OPTIONS: `--require ${HOOK}`, ...program.env };
  const child = spawn(program.node ?? process.execPath, program.args, {
    stdio: ["ignore", "pipe", "pipe"],
    cwd: import.meta.dirname,
    env: { ...env, ...hookVariables(env, facts) },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const exitCode = await new Promise<number | null>((done) => child.on("close", done));
  const notices: unknown[] = existsSync(noticesFile)
    ? readFileSync(noticesFile, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown)
    : [];
  rmSync(scratch, { recursive: true });
  return { exitCode, output, notices };
}

/** How a program ends on its own and how it ends inside `iamgen run`: the two must not differ. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readRecording } from "../../src/record/read-recording.ts";
import type { Recording } from "../../src/record/recording.ts";
import { project } from "./project.ts";
import { reportOf } from "./report.ts";
import { cleanEnvironment } from "./run-iamgen.ts";

interface Ending {
  readonly exitCode: number | null;
  readonly stdout: string;
}

export interface WrappedEnding extends Ending {
  readonly recording: Recording;
  /** What `iamgen report` says of it. */
  readonly report: string;
}

interface Program {
  /** A Node program in `test/fixtures/clients`, and its arguments. */
  readonly program: string;
  readonly args: readonly string[];
  /** Of the user who starts the program, or iamgen. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface WrappedProgram extends Program {
  readonly options?: readonly string[];
}

const pathOf = (program: string): string => join(import.meta.dirname, "../fixtures/clients", program);

function endingOf({ program, args, environment }: Program): Promise<Ending> {
  const env = { ...cleanEnvironment(), ...environment };
  const child = spawn(process.execPath, [pathOf(program), ...args], { env, stdio: ["ignore", "pipe", "inherit"] });
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  return new Promise((done) => child.on("close", (exitCode) => done({ exitCode, stdout })));
}

export async function wrappedEndingOf({
  program,
  args,
  environment,
  options = [],
}: WrappedProgram): Promise<WrappedEnding> {
  const place = project(environment);
  const command = [process.execPath, pathOf(program), ...args];
  const { exitCode, stdout } = await place.iamgen("run", "--recording", "r.ndjson", ...options, "--", ...command);
  const recording = readRecording(readFileSync(join(place.directory, "r.ndjson"), "utf8"), "r");
  return { exitCode, stdout, recording, report: await reportOf(recording) };
}

export interface Endings {
  /** On its own. */
  readonly direct: Ending;
  readonly wrapped: WrappedEnding;
}

export async function bothEndingsOf(program: WrappedProgram): Promise<Endings> {
  const [direct, wrapped] = await Promise.all([endingOf(program), wrappedEndingOf(program)]);
  return { direct, wrapped };
}

/** How a program ends on its own and how it ends inside `iamgen run`: the two must not differ. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readRecording } from "../../src/record/read-recording.ts";
import type { Recording } from "../../src/record/recording.ts";
import { project } from "./project.ts";
import { reportOf } from "./report.ts";

interface Ending {
  readonly exitCode: number | null;
  readonly stdout: string;
  /** The program's own: without what iamgen says. */
  readonly stderr: string;
}

export interface WrappedEnding extends Ending {
  readonly recording: Recording;
  /** What `iamgen report` says of it. */
  readonly report: string;
  /** The report, and a line for each call with how it ended. */
  readonly told: string;
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

export async function endingOf({ program, args, environment }: Program): Promise<Ending> {
  const { exitCode, stdout, stderr } = await project(environment).spawn(process.execPath, pathOf(program), ...args)
    .finished;
  return { exitCode, stdout, stderr };
}

export async function wrappedEndingOf({
  program,
  args,
  environment,
  options = [],
}: WrappedProgram): Promise<WrappedEnding> {
  const place = project(environment);
  const command = [process.execPath, pathOf(program), ...args];
  const { exitCode, stdout, stderr } = await place.iamgen(
    "run",
    "--recording",
    "r.ndjson",
    ...options,
    "--",
    ...command,
  );
  const recording = readRecording(readFileSync(join(place.directory, "r.ndjson"), "utf8"), "r");
  return {
    exitCode,
    stdout,
    stderr: stderr.replace(/^iamgen: .*\n/gm, ""),
    recording,
    ...(await toldOf(recording)),
  };
}

async function toldOf(recording: Recording): Promise<Pick<WrappedEnding, "report" | "told">> {
  const report = await reportOf(recording);
  const calls = recording.calls.map(({ sdkId, operation, region, outcome }) => {
    const ended = outcome.kind === "none" ? "no answer" : outcome.kind;
    return `${sdkId} ${operation}, ${region}, ${ended}`;
  });
  return { report, told: [report, ...calls].join("\n") };
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

/** `iamgen listen` as a process of its own, with what clients and assertions need of it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { readRecording } from "../../src/record/read-recording.ts";
import type { Recording } from "../../src/record/recording.ts";
import { project } from "./project.ts";
import { IAMGEN } from "./run-iamgen.ts";

export interface ListeningIamgen {
  readonly port: number;
  readonly pid: number;
  /** PEM of its CA. */
  readonly ca: string;
  /** What it would have other shells export. */
  readonly variables: Readonly<Record<string, string>>;
  /** Ends it as Ctrl-C would, and reads back what it has recorded. */
  stop(): Promise<Recording>;
  /** `kill -9`, then what is on disk. */
  kill(): Promise<Recording>;
}

export interface ListenRequest {
  readonly options?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** A limit of the shell's `ulimit` for it: `-n 64`. */
  readonly limit?: string;
  /** Another installation's `bin/iamgen.js`. */
  readonly program?: string;
}

export async function listeningIamgen(request: ListenRequest = {}): Promise<ListeningIamgen> {
  const place = project(request.environment);
  const files = ["--ca-file", "ca.pem", "--recording", "r.ndjson", "--print-env", "json", "--write-env", "env.json"];
  const argv = ["listen", ...files, ...(request.options ?? [])];
  const limited = `ulimit ${request.limit ?? "-c 0"}; exec "$0" "$@"`;
  const started = place.spawn("sh", "-c", limited, process.execPath, request.program ?? IAMGEN, ...argv);
  await started.seen("stderr", "listening on 127.0.0.1:");
  const read = (name: string): string => readFileSync(join(place.directory, name), "utf8");
  const variables: Record<string, string> = JSON.parse(read("env.json"));
  const recording = (): Recording => readRecording(read("r.ndjson"), "r");
  return {
    port: Number(new URL(variables["HTTPS_PROXY"] ?? "").port),
    pid: started.child.pid ?? 0,
    ca: read("ca.pem"),
    variables,
    async stop() {
      started.child.kill("SIGTERM");
      expect(await started.finished).toMatchObject({ exitCode: 0 });
      return recording();
    },
    async kill() {
      started.child.kill("SIGKILL");
      await started.finished;
      return recording();
    },
  };
}

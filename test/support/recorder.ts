/** A recorder whose lines go into an array. */
import { createRecorder, type Recorder, type RecorderOptions } from "../../src/record/recorder.ts";

export const HEADER = {
  startedAt: "2026-01-02T03:04:05.000Z",
  program: "npm",
  version: "0.1.0",
  data: { api: "models of January", authorization: "tables of January" },
};

export function recorderTo(lines: string[], options: Partial<RecorderOptions> = {}): Recorder {
  return createRecorder({ header: HEADER, write: (line) => lines.push(line), timeline: false, ...options });
}

export const lineObjects = (lines: readonly string[]): unknown[] => lines.map((line) => JSON.parse(line));

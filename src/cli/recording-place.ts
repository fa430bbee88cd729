/** Where a new recording goes; a place that refuses costs the file, not the run. */
import { SetupError } from "../errors.ts";
import { newRecordingPath, projectOf } from "../run/recording-store.ts";
import type { Context } from "./command.ts";
import { createRecordingFile, type RecordingFile } from "./recording-file.ts";

export interface RecordingPlace {
  /** As given with `--recording`. */
  readonly asked: string | undefined;
  readonly stateDirectory: string;
  readonly runId: string;
}

/** Undefined, and said aloud, where no file can be made. A file that exists already is an error: it may be another run's. */
export function openRecording(place: RecordingPlace, context: Context): RecordingFile | undefined {
  try {
    const project = projectOf(context.workingDirectory);
    return createRecordingFile(place.asked ?? newRecordingPath(place.stateDirectory, project, place.runId));
  } catch (error) {
    if (!(error instanceof SetupError) || error.code === "recording-exists") throw error;
    context.output.problem(error);
    context.output.warn("going on without a recording: only the policy will be left of this run");
    return undefined;
  }
}

/** What a recorder has recorded so far, as whoever reads its file sees it. */
import { readRecording } from "../../src/record/read-recording.ts";
import type { Recorder } from "../../src/record/recorder.ts";
import type { Recording } from "../../src/record/recording.ts";

export const recordedBy = (recorder: Pick<Recorder, "text">): Recording => readRecording(recorder.text(), "recording");

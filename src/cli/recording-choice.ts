/** Which recordings a command reads: those that are named, else the newest finished one of the project. */
import { setFlagsFromString } from "node:v8";
import { InputError } from "../errors.ts";
import { openRecordings, type Recording } from "../pipeline.ts";
import { newestFinishedRecording, projectOf } from "../run/recording-store.ts";
import { stateDirectory } from "../run/user-directories.ts";
import { userHome } from "../run/user-home.ts";
import type { Context } from "./command.ts";
import { readStandardInput, readUserFile } from "./user-file.ts";
import { counted } from "./wording.ts";

/** Reads and merges; rejects with an `InputError` where there is nothing to read, or a file is no recording. */
export async function openChosen(paths: readonly string[], context: Context): Promise<Recording> {
  const chosen = paths.length > 0 ? paths : [newestPath(context)];
  const texts = chosen.map(readChosen);
  // Much of what a long recording becomes is used once: V8 would let the heap grow to thrice what is alive.
  if (texts.reduce((sum, { text }) => sum + text.length, 0) > LONG) setFlagsFromString("--heap-growing-percent=30");
  return openRecordings(texts);
}

/** `-` is stdin. */
function readChosen(path: string): { readonly name: string; readonly text: string } {
  if (path === "-") return { name: "stdin", text: readStandardInput("recording") };
  return { name: path, text: readUserFile({ what: "recording", path }) };
}

/** Characters of recordings from which on memory is spared rather than time. */
const LONG = 8_000_000;

function newestPath({ environment, workingDirectory, output }: Context): string {
  const state = stateDirectory({ env: environment, platform: process.platform, home: userHome() });
  const newest = newestFinishedRecording(state, projectOf(workingDirectory));
  if (newest === undefined) {
    throw new InputError("no-recording", "no finished recording of this project", {
      hint: "make one: `iamgen run -- npm test`, or name a file",
    });
  }
  const [unfinished] = newest.unfinished;
  if (unfinished !== undefined) {
    const more = counted(newest.unfinished.length, "newer recording has", "newer recordings have");
    output.note(`${more} not ended, such as ${unfinished}`);
  }
  output.note(`reading ${newest.path}`);
  return newest.path;
}

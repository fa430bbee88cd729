/** Which line of the project made which request, as the Node hook told it; the counterpart of `preload/call-sites.cts`. */
import { closeSync, openSync, readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";

export interface HookCaller {
  /** Digest of the request's signature. */
  readonly request: string;
  /** `src/upload.ts:42`, relative to the project. */
  readonly at: string;
  /** The test that was running. */
  readonly test?: string;
}

const CHUNK = 1 << 16;
/** Programs write this file, so nothing is taken from it but what has this form: no path that leads out of the project. */
const LINE = /^([0-9a-f]{24}) ((?!\/)\P{Cc}{1,400}:\d{1,9})(?:\t(\P{Cc}{1,400}))?$/u;

/** In the order of the requests; none where no hook made the file. Read piece by piece: a long run has many lines. */
export function* readHookCallers(path: string): Generator<HookCaller> {
  let descriptor: number;
  try {
    descriptor = openSync(path, "r");
  } catch {
    return;
  }
  try {
    const decoder = new StringDecoder("utf8");
    const chunk = Buffer.allocUnsafe(CHUNK);
    let rest = "";
    for (let length = readSync(descriptor, chunk); length > 0; length = readSync(descriptor, chunk)) {
      const lines = (rest + decoder.write(chunk.subarray(0, length))).split("\n");
      rest = (lines.pop() ?? "").slice(-CHUNK);
      yield* lines.flatMap(callerIn);
    }
  } finally {
    closeSync(descriptor);
  }
}

function callerIn(line: string): HookCaller[] {
  const [, request, at, test] = LINE.exec(line) ?? [];
  if (request === undefined || at === undefined || at.split("/").includes("..")) return [];
  return [{ request, at, ...(test === undefined ? {} : { test }) }];
}

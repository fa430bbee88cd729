/** What is seen, while it is seen: how many calls of how many operations, and how many were denied. */
import type { Output } from "./output.ts";
import { counted, inThousands } from "./wording.ts";

export interface Progress {
  readonly calls: number;
  readonly operations: number;
  readonly denied: number;
}

/** Often enough to look alive, seldom enough to cost nothing. */
const EVERY_MS = 500;

export function progressText({ calls, operations, denied }: Progress): string {
  const refused = denied === 0 ? "" : `, ${inThousands(denied)} denied`;
  return `iamgen: ${counted(calls, "call")} of ${counted(operations, "operation")}${refused}`;
}

/**
 * Shows progress until the returned function is called: on a line of its own, or, where a wrapped command has the screen, in the
 * window's title. Writes only what changed, and nothing before the first call.
 */
export function showProgress(output: Output, place: "status" | "title", read: () => Progress): () => void {
  let shown = "";
  const timer = setInterval(() => {
    const progress = read();
    const text = progressText(progress);
    if (progress.calls === 0 || text === shown) return;
    shown = text;
    output[place](text);
  }, EVERY_MS).unref();
  return () => {
    clearInterval(timer);
    output[place](undefined);
  };
}

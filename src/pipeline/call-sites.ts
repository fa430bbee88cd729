/** Brings together what the hook tells (this request comes from that line) and what the proxy has recorded (it is that call). */
import type { RequestHead } from "../capture/captured-exchange.ts";
import { signatureDigest } from "../decode/sigv4/signature-digest.ts";
import type { Recorder } from "../record/recorder.ts";

/** What a program's hook knows of one request. */
export interface ToldCallSite {
  /** As `signatureDigest` writes it. */
  readonly request: string;
  /** `src/upload.ts:42`, relative to the project. */
  readonly at: string;
  /** The test that was running. */
  readonly test?: string;
}

export interface CallSites {
  /** The request is call `n` of the recording. */
  recorded(head: RequestHead, n: number): void;
  /** Writes the line behind a request; nothing for one that was not recorded. */
  tell(site: ToldCallSite): void;
}

/** Requests remembered, 100 bytes each; later ones have no call site, and a notice says so. */
const MOST_REQUESTS = 500_000;

export function createCallSites(recorder: Pick<Recorder, "caller" | "notice">, limit = MOST_REQUESTS): CallSites {
  const calls = new Map<string, number>();
  return {
    recorded(head, n) {
      const digest = n === 0 ? undefined : signatureDigest(head);
      if (digest === undefined) return;
      if (calls.size >= limit) recorder.notice({ code: "callers-full" });
      else calls.set(digest, n);
    },
    tell({ request, ...site }) {
      const call = calls.get(request);
      if (call !== undefined) recorder.caller({ call, ...site });
    },
  };
}

/** Client-side monitoring on its way into the recording, beside the proxy or alone. What goes wrong here ends in the recording. */
import type { CsmEvent, CsmFlaw } from "../capture/csm-event.ts";
import { type CsmListenerOptions, startCsmListener } from "../capture/csm-listener.ts";
import type { CsmDecoder, DecodedCsm } from "../decode/csm/csm-decoder.ts";
import { type CsmSeen, createAttemptJoiner } from "../decode/csm/join-attempts.ts";
import type { Recorder } from "../record/recorder.ts";
import { createProxiedCalls, type ProxiedRequest } from "./proxied-calls.ts";

/** Where to listen on 127.0.0.1 (0: a free port), and the user's own agent, which goes on getting every datagram. */
export type CsmSettings = Pick<CsmListenerOptions, "port" | "relayTo">;

export interface CsmObservation {
  readonly port: number;
  /** A request that the proxy has recorded. */
  proxied(request: ProxiedRequest): void;
  /** Takes what has waited long enough; about once a second. */
  flush(): void;
  /** Reads what has arrived, records the rest, closes. */
  finish(): Promise<void>;
}

interface CsmParts {
  readonly recorder: Recorder;
  /** Asked with the first event. */
  readonly openDecoder: () => Promise<CsmDecoder>;
}

/** Stands for a host where no attempt names one. */
const AUTHORITY = "client-side monitoring";

/** Without a status a call may still come from the proxy, which notices a lost connection later than the program. */
const UNANSWERED_WAIT_MS = 1000;

/** Throws SetupError where the port cannot be had. */
export async function observeCsm(parts: CsmParts, settings: CsmSettings): Promise<CsmObservation> {
  const calls = new ToldCalls(parts);
  const { recorder } = parts;
  const listener = await startCsmListener({
    ...settings,
    onEvent: (event) => calls.add(event),
    onFlaw: (flaw) => recordFlaw(recorder, flaw),
  });
  return {
    port: listener.port,
    proxied: (request) => calls.proxied.add(request),
    flush: () => calls.settle(Date.now()),
    async finish() {
      const { lost } = await listener.close();
      if (lost > 0) recorder.notice({ code: "csm-lost", detail: `${lost} datagrams` });
      if (listener.received === 0) recorder.notice({ code: "csm-silent" });
      await calls.opened;
      calls.settle(Number.POSITIVE_INFINITY);
    },
  };
}

/** How an event that told nothing stands in the recording: what was not even meant as one hides no call. */
function recordFlaw(recorder: Recorder, flaw: CsmFlaw): void {
  const detail = flaw === "oversized" ? "longer than any event" : "cut, or not an event";
  if (flaw === "foreign") recorder.notice({ code: "csm-foreign" });
  else recorder.undecoded({ kind: "undecoded", reason: "malformed-request", authority: AUTHORITY, detail });
}

class ToldCalls {
  readonly proxied = createProxiedCalls();
  /** Resolves once decoding is loaded or cannot be. */
  opened: Promise<void> = Promise.resolve();
  readonly #parts: CsmParts;
  readonly #joiner = createAttemptJoiner();
  #waiting: { readonly seen: CsmSeen; readonly since: number }[] = [];
  #decoder: CsmDecoder | "unopened" | "opening" | "broken" = "unopened";

  constructor(parts: CsmParts) {
    this.#parts = parts;
  }

  add(event: CsmEvent): void {
    this.#guard(() => {
      if (this.#decoder === "unopened") this.#open();
      for (const seen of this.#joiner.add(event, Date.now())) this.#take(seen);
    });
  }

  settle(now: number): void {
    this.#guard(() => {
      for (const seen of this.#joiner.settle(now)) this.#take(seen);
      this.#recordWaiting(now - UNANSWERED_WAIT_MS);
    });
  }

  #open(): void {
    this.#decoder = "opening";
    this.opened = this.#parts.openDecoder().then(
      (decoder) => {
        this.#decoder = decoder;
        this.#guard(() => this.#recordWaiting(Date.now() - UNANSWERED_WAIT_MS));
      },
      (error) => {
        this.#decoder = "broken";
        this.#failed(error);
      },
    );
  }

  #take(seen: CsmSeen): void {
    if (this.#decoder === "opening" || !isAnswered(seen)) this.#waiting.push({ seen, since: Date.now() });
    else this.#record(seen);
  }

  #recordWaiting(before: number): void {
    if (this.#decoder === "opening") return;
    const isDue = ({ seen, since }: { readonly seen: CsmSeen; readonly since: number }): boolean =>
      since <= before || isAnswered(seen);
    const due = this.#waiting.filter(isDue);
    this.#waiting = this.#waiting.filter((one) => !isDue(one));
    for (const { seen } of due) this.#record(seen);
  }

  #record(seen: CsmSeen): void {
    if (typeof this.#decoder === "string") return;
    const { recorder } = this.#parts;
    const decoded = this.#decoder.decode(seen);
    if (!("call" in decoded)) recorder.undecoded(decoded);
    else if (!this.proxied.takes(decoded.call, seen)) this.#recordCall(decoded, seen);
  }

  #recordCall({ call, outcome, learned }: DecodedCsm, seen: CsmSeen): void {
    const { recorder } = this.#parts;
    const n = recorder.call({ call }, outcome, timeOf(seen));
    for (const fact of learned) recorder.learned(fact);
    for (const { at, latency, status } of seen.attempts) {
      recorder.attempt(n, { at, ms: latency, ...(status === undefined ? {} : { status }) });
    }
  }

  /** D15: what goes wrong costs one event. */
  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    const detail = error instanceof Error ? error.name : typeof error;
    this.#parts.recorder.undecoded({ kind: "undecoded", reason: "internal", authority: AUTHORITY, detail });
  }
}

const isAnswered = ({ call, attempts }: CsmSeen): boolean =>
  [call, ...attempts].some((event) => event?.status !== undefined);

const LATEST_TIME = 8.64e15;

/** A time that no calendar has stands for none. */
function timeOf({ call, attempts }: CsmSeen): number {
  const told = call?.at ?? attempts.at(-1)?.at ?? 0;
  return told > 0 && told <= LATEST_TIME ? told : Date.now();
}

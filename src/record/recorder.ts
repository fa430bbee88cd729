/**
 * Turns what a run sees into the lines of a recording, as it sees them. Must never fail a request: when writing fails,
 * recording goes on in memory. Counterpart: `read-recording.ts`.
 */
import type { DecodedRequest, Learned, Outcome, Undecoded } from "../decode/api-call.ts";
import { CallLog, type Progress } from "./call-log.ts";
import type { RecordedNotice, RecordedTunnel, RunHeader } from "./recording.ts";
import {
  type Attempt,
  attemptLine,
  type Caller,
  callerLine,
  endLine,
  headerLine,
  learnedLine,
  noticeLine,
  tunnelLine,
  undecodedLine,
} from "./recording-line.ts";
import { Tally } from "./tally.ts";

/** What one run may hold of each kind of line; beyond it a notice `recording-full` says so. */
const LIMITS = { calls: 200_000, lines: 50_000 };

export interface RecorderOptions {
  readonly header: Omit<RunHeader, "iamgen" | "type">;
  /** Takes one line, newline included. May throw (full disk): it is not called again then. */
  readonly write: (line: string) => void;
  /** Write every attempt, not only distinct calls. */
  readonly timeline: boolean;
  /** Distinct calls kept; 200,000 where absent. */
  readonly maxCalls?: number;
}

export interface Recorder {
  /**
   * A decoded request whose response head (or end) is known, `at` in milliseconds since the epoch. Writes a `call`
   * line the first time, counts otherwise; attempts with one invocation id are one call, whose last outcome holds.
   * Returns the call's `n`; 0 where the recording is full.
   */
  call(decoded: DecodedRequest, outcome: Outcome, at: number): number;
  /** What the body told later: a denial text, an error code. Returns the `n` of the call that it is now known to be. */
  refine(n: number, outcome: Outcome, invocationId?: string): number;
  /** `--timeline` only; otherwise nothing happens. */
  attempt(n: number, details: Attempt): void;
  /** A request of call `call` came from this line of the project. */
  caller(site: Caller): void;
  undecoded(what: Undecoded): void;
  tunnel(what: RecordedTunnel): void;
  notice(what: RecordedNotice): void;
  learned(fact: Learned): void;
  /** Writes pending counts: about once a second, and before the end. */
  flush(): void;
  end(exitCode: number, at: number): void;
  /** Calls, retries not counted, and how many of them were denied; costs a walk over the distinct calls. */
  progress(): Progress;
  /** What was recorded so far, as its file would hold it; complete even when writing failed. For `readRecording`. */
  text(): string;
  /** True once a write threw; the notice `recording-failed` is part of the recording in memory. */
  readonly failed: boolean;
}

/** Starts a recording: its first line is written at once. */
export function createRecorder(options: RecorderOptions): Recorder {
  return new LineRecorder(options);
}

class LineRecorder implements Recorder {
  readonly #options: RecorderOptions;
  readonly #calls: CallLog;
  readonly #undecoded: Tally<Undecoded>;
  readonly #tunnels: Tally<RecordedTunnel>;
  readonly #notices: Tally<RecordedNotice>;
  /** Apart from the other notices, so that it finds room when they are too many. */
  readonly #overflow: Tally<RecordedNotice>;
  readonly #learned: Tally<Learned>;
  readonly #callers: Tally<Caller>;
  #end: string | undefined;
  #failed = false;

  constructor(options: RecorderOptions) {
    const write = (line: string): void => this.#write(line);
    const full = (): void => this.#overflow.add({ code: "recording-full" });
    const limit = LIMITS.lines;
    this.#options = options;
    this.#calls = new CallLog({ write, full, limit: options.maxCalls ?? LIMITS.calls });
    this.#undecoded = new Tally({ line: undecodedLine, write, full, limit });
    this.#tunnels = new Tally({ line: tunnelLine, write, full, limit });
    this.#notices = new Tally({ line: noticeLine, write, full, limit });
    this.#overflow = new Tally({ line: noticeLine, write, full, limit: 1 });
    this.#learned = new Tally<Learned>({ line: learnedLine, write, full, limit });
    // No call is lost with its line.
    const fullOfCallers = (): void => this.notice({ code: "callers-full" });
    this.#callers = new Tally<Caller>({ line: callerLine, write, full: fullOfCallers, limit });
    this.#write(headerLine(options.header));
  }

  get failed(): boolean {
    return this.#failed;
  }

  call(decoded: DecodedRequest, outcome: Outcome, at: number): number {
    return this.#calls.call(decoded, outcome, at);
  }

  refine(n: number, outcome: Outcome, invocationId?: string): number {
    return this.#calls.refine(n, outcome, invocationId);
  }

  attempt(n: number, details: Attempt): void {
    if (this.#options.timeline) this.#write(attemptLine(n, details));
  }

  caller(site: Caller): void {
    this.#callers.add(site);
  }

  undecoded(what: Undecoded): void {
    this.#undecoded.add(what);
  }

  tunnel(what: RecordedTunnel): void {
    this.#tunnels.add(what);
  }

  notice(what: RecordedNotice): void {
    this.#notices.add(what);
  }

  learned(fact: Learned): void {
    this.#learned.add(fact);
  }

  flush(): void {
    this.#calls.flush();
    const tallies = [this.#undecoded, this.#tunnels, this.#notices, this.#overflow, this.#callers];
    for (const tally of tallies) tally.flush();
  }

  end(exitCode: number, at: number): void {
    this.flush();
    this.#end = endLine(exitCode, at);
    this.#write(this.#end);
  }

  progress(): Progress {
    return this.#calls.progress();
  }

  text(): string {
    const lines = [
      headerLine(this.#options.header),
      ...this.#calls.lines(),
      ...this.#undecoded.lines(),
      ...this.#tunnels.lines(),
      ...this.#notices.lines(),
      ...this.#overflow.lines(),
      ...this.#learned.lines(),
      ...this.#callers.lines(),
      ...(this.#end === undefined ? [] : [this.#end]),
    ];
    return lines.join("");
  }

  #write(line: string): void {
    if (this.#failed) return;
    try {
      this.#options.write(line);
    } catch (error) {
      this.#failed = true;
      this.notice({ code: "recording-failed", detail: reasonOf(error) });
    }
  }
}

/** The system's error code (`ENOSPC`) where there is one: never a message, which may quote a path. */
function reasonOf(error: unknown): string {
  if (error instanceof Error) return "code" in error && typeof error.code === "string" ? error.code : error.name;
  return "unknown";
}

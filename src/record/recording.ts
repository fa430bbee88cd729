/** A recording, version 1, as read back: what a run saw, without a secret in it. */
import type { ApiCall, Learned, Undecoded } from "../decode/api-call.ts";

export interface RunHeader {
  readonly iamgen: 1;
  readonly type: "run";
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** The wrapped program's name only, never its arguments; `listen` for a listener. */
  readonly program: string;
  /** Version of iamgen that wrote it. */
  readonly version: string;
  /** Sources and dates of the generated data, for the report. */
  readonly data: { readonly api: string; readonly authorization: string };
}

/** A line of the project that made a call, where the program's hook could tell. */
export interface CallSite {
  /** `src/upload.ts:42`, relative to the project. */
  readonly at: string;
  /** The test that was running, where `iamgen/vitest` or `iamgen/jest` tells it. */
  readonly test?: string;
  /** Requests that came from there, retries included. */
  readonly requests: number;
}

/** One HTTP attempt of a run with `--timeline`. */
export interface RecordedAttempt {
  readonly call: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly status?: number;
  readonly ms?: number;
}

/** A distinct call (identity, account, region, operation, kept members, outcome) and how often it was made. */
export interface RecordedCall extends ApiCall {
  /** Counts from 1 within one recording; the call's name in `count`, `outcome`, `attempt` lines. */
  readonly n: number;
  readonly count: number;
  /** ISO 8601, UTC, of the answer; absent in recordings before 0.2. */
  readonly firstSeenAt?: string;
  readonly lastSeenAt?: string;
  /** Sorted by place; absent: not known. */
  readonly callSites?: readonly CallSite[];
  /** Which of `Recording.runs` have it, sorted; absent where nothing was merged. */
  readonly runs?: readonly string[];
}

export interface RecordedNotice {
  /** Stable, kebab-case: `mocking-module`, `custom-lookup`, `observer-lost`, `upstream-failed`, `recording-failed`, … */
  readonly code: string;
  readonly authority?: string;
  /** Short, without secrets. */
  readonly detail?: string;
}

export interface RecordedTunnel {
  readonly authority: string;
  readonly why: string;
}

/** With `count`: equal lines are written once a second at most. */
export type Counted<T> = T & { readonly count: number };

export interface Recording {
  readonly header: RunHeader;
  readonly calls: readonly RecordedCall[];
  readonly undecoded: readonly Counted<Undecoded>[];
  readonly tunnels: readonly Counted<RecordedTunnel>[];
  readonly notices: readonly Counted<RecordedNotice>[];
  readonly learned: readonly Learned[];
  /** In the order of their beginning; absent: the run had no `--timeline`. */
  readonly attempts?: readonly RecordedAttempt[];
  /** Absent: the run has not ended, or iamgen was killed. */
  readonly end?: { readonly exitCode: number };
  /** What was odd about the file: a cut last line, unknown line types. */
  readonly oddities: readonly string[];
  /** The runs that were merged into this one by start and program, sorted; absent: it is one run. */
  readonly runs?: readonly string[];
}

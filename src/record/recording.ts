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

/** A distinct call (identity, account, region, operation, kept members, outcome) and how often it was made. */
export interface RecordedCall extends ApiCall {
  /** Counts from 1 within one recording; the call's name in `count`, `outcome`, `attempt` lines. */
  readonly n: number;
  readonly count: number;
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
  /** Absent: the run has not ended, or iamgen was killed. */
  readonly end?: { readonly exitCode: number };
  /** What was odd about the file: a cut last line, unknown line types. */
  readonly oddities: readonly string[];
  /** The runs that were merged into this one by start and program, sorted; absent: it is one run. */
  readonly runs?: readonly string[];
}

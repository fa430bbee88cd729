/**
 * The distinct calls of a run: one line when a call is seen first, counts afterwards. Keeps one string a call, so that
 * a program with many distinct calls costs little more than their lines.
 */
import type { ApiCall, DecodedRequest, Outcome } from "../decode/api-call.ts";
import { Invocations } from "./invocations.ts";
import { callLine, callText, countLine, outcomeLine, sameOutcome } from "./recording-line.ts";

interface Row {
  readonly n: number;
  readonly text: string;
  outcome: Outcome;
  /** The outcome that the response head told where the body told more: an equal head leads here again. */
  head?: Outcome;
  count: number;
  /** The count that stands in the file. */
  written: number;
  readonly firstSeenAt: number;
  lastSeenAt: number;
}

/** What a run has seen so far. */
export interface Progress {
  readonly calls: number;
  readonly operations: number;
  readonly denied: number;
}

export interface CallLogOptions {
  readonly write: (line: string) => void;
  /** Distinct calls beyond this are not recorded; told through `full`. */
  readonly limit: number;
  readonly full: () => void;
}

/** Number that stands for a call beyond the limit. */
const UNRECORDED = 0;

export class CallLog {
  readonly #options: CallLogOptions;
  readonly #rows: Row[] = [];
  readonly #byText = new Map<string, Row[]>();
  readonly #invocations = new Invocations<Row>();
  readonly #recounted = new Set<Row>();
  /** Of calls that are seen again as the same object. */
  readonly #texts = new WeakMap<ApiCall, string>();
  readonly #operations = new Set<string>();
  /** Rows whose operation is in the set: looked at when asked, for calls must not wait for it. */
  #rowsRead = 0;

  constructor(options: CallLogOptions) {
    this.#options = options;
  }

  /** See `Recorder.call`. */
  call({ call, invocationId, isFirstAttempt }: DecodedRequest, outcome: Outcome, at: number): number {
    const text = this.#texts.get(call) ?? callText(call);
    this.#texts.set(call, text);
    const earlier = invocationId === undefined ? undefined : this.#invocations.get(invocationId);
    // A connection that was lost is tried again below the SDK, which does not count that.
    const isRetry = earlier?.text === text && !(isFirstAttempt && earlier.outcome.kind !== "none");
    const row = isRetry ? this.#retry(earlier, outcome, at) : this.#occurrence(text, outcome, at);
    if (row !== undefined && invocationId !== undefined) this.#invocations.set(invocationId, row);
    return row?.n ?? UNRECORDED;
  }

  /**
   * See `Recorder.refine`. A failed response head says little, and so does one whose body names a key: until the body is
   * read all equal heads are one row.
   */
  refine(n: number, outcome: Outcome, invocationId?: string): number {
    const row = this.#rows[n - 1];
    if (row === undefined || sameOutcome(row.outcome, outcome)) return n;
    const unread = row.head === undefined && (row.outcome.kind !== "succeeded" || outcome.keys !== undefined);
    if (unread || row.count === 1) {
      this.#rename(row, outcome, unread ? row.outcome : undefined);
      return n;
    }
    const target = this.#move(row, outcome, row.lastSeenAt) ?? row;
    // A retry is of this occurrence, not of those that it leaves behind.
    if (invocationId !== undefined && this.#invocations.get(invocationId) === row) {
      this.#invocations.set(invocationId, target);
    }
    return target.n;
  }

  /** Writes the counts that changed. */
  flush(): void {
    for (const row of this.#recounted) {
      if (row.count <= row.written) continue;
      row.written = row.count;
      this.#options.write(countLine(row.n, row.count, row.lastSeenAt));
    }
    this.#recounted.clear();
  }

  /** See `Recorder.progress`. */
  progress(): Progress {
    for (; this.#rowsRead < this.#rows.length; this.#rowsRead += 1) {
      this.#operations.add(operationOf(this.#rows[this.#rowsRead]?.text ?? ""));
    }
    const [all, denied] = [this.#rows, this.#rows.filter(({ outcome }) => outcome.kind === "denied")].map((rows) =>
      rows.reduce((sum, { count }) => sum + count, 0),
    );
    return { calls: all ?? 0, operations: this.#operations.size, denied: denied ?? 0 };
  }

  /** The lines that a file without any earlier ones would need. */
  *lines(): Generator<string> {
    for (const { n, text, outcome, count, written, firstSeenAt, lastSeenAt } of this.#rows) {
      yield callLine(n, text, { outcome, firstSeenAt });
      const seen = Math.max(count, written);
      if (seen > 1) yield countLine(n, seen, lastSeenAt);
    }
  }

  #occurrence(text: string, outcome: Outcome, at: number): Row | undefined {
    const row = this.#find(text, outcome);
    if (row === undefined) return this.#add(text, outcome, at);
    row.count += 1;
    row.lastSeenAt = at;
    this.#recounted.add(row);
    return row;
  }

  /** A further attempt at one SDK call: counted already, but its outcome is the one that holds. */
  #retry(row: Row, outcome: Outcome, at: number): Row | undefined {
    if (this.#find(row.text, outcome) === row) return row;
    if (row.count > 1) return this.#move(row, outcome, at);
    this.#rename(row, outcome, undefined);
    return row;
  }

  #find(text: string, outcome: Outcome): Row | undefined {
    const rows = this.#byText.get(text);
    return (
      rows?.find((row) => sameOutcome(row.outcome, outcome)) ??
      rows?.find((row) => row.head !== undefined && sameOutcome(row.head, outcome))
    );
  }

  #rename(row: Row, outcome: Outcome, head: Outcome | undefined): void {
    row.outcome = outcome;
    if (head === undefined) delete row.head;
    else row.head = head;
    this.#options.write(outcomeLine(row.n, outcome));
  }

  /** One occurrence turns out to be another call. A count in the file cannot fall: it is right again with the next one. */
  #move(row: Row, outcome: Outcome, at: number): Row | undefined {
    const target = this.#occurrence(row.text, outcome, at);
    if (target !== undefined) row.count -= 1;
    return target;
  }

  #add(text: string, outcome: Outcome, at: number): Row | undefined {
    if (this.#rows.length >= this.#options.limit) {
      this.#options.full();
      return undefined;
    }
    const row: Row = { n: this.#rows.length + 1, text, outcome, count: 1, written: 1, firstSeenAt: at, lastSeenAt: at };
    this.#rows.push(row);
    const rows = this.#byText.get(text);
    if (rows === undefined) this.#byText.set(text, [row]);
    else rows.push(row);
    this.#options.write(callLine(row.n, text, row));
    return row;
  }
}

/** API and operation stand first in a call's text. */
const operationOf = (text: string): string => /^\{"sdkId":"[^"]*","operation":"[^"]*"/.exec(text)?.[0] ?? text;

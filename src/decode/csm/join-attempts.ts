/**
 * Brings the datagrams of one call together: a call is told once, its attempts tell the host, the key and the status.
 * Nothing in them names the call that an attempt belongs to, so times and names decide; most SDKs tell attempts first.
 */
import type { CsmAttempt, CsmCall, CsmEvent } from "../../capture/csm-event.ts";

/** One call as far as it was told. */
export interface CsmSeen {
  /** Absent: only an attempt came, for datagrams get lost and programs end before they have sent all. */
  readonly call?: CsmCall;
  /** In the order of their times; empty where none came. */
  readonly attempts: readonly CsmAttempt[];
}

export interface AttemptJoiner {
  /** Calls that are complete with this event; `now` in milliseconds, by our clock. */
  add(event: CsmEvent, now: number): readonly CsmSeen[];
  /** Those that nothing more can come for. `Number.POSITIVE_INFINITY`: all. */
  settle(now: number): readonly CsmSeen[];
}

interface Held<T> {
  readonly event: T;
  readonly since: number;
}

/** Events of one operation, as they came. */
interface Group {
  attempts: Held<CsmAttempt>[];
  calls: Held<CsmCall>[];
}

/** Datagrams of one program on loopback come together. */
const LATE_ATTEMPT_MS = 2000;
/** A call may be retried for minutes before it is told. */
const LATE_CALL_MS = 10 * 60_000;
/** Clocks that tell whole milliseconds, rounded this way and that. */
const TOLERANCE_MS = 2;
const MOST_HELD = 5000;

const keyOf = ({ clientId, service, operation, region }: CsmEvent): string =>
  [clientId, service, operation, region].join("\n");

const endOf = ({ at, latency }: CsmEvent): number => at + latency;

function isWithin(attempt: CsmAttempt, call: CsmCall): boolean {
  return attempt.at >= call.at - TOLERANCE_MS && endOf(attempt) <= endOf(call) + TOLERANCE_MS;
}

/**
 * The last attempt ends with its call and as its call; earlier ones are whichever began before. `anyTime`: another call
 * took what was this one's, so it takes what that one left.
 */
function attemptsOf(call: CsmCall, among: readonly Held<CsmAttempt>[], anyTime: boolean): readonly Held<CsmAttempt>[] {
  const within = among.filter(({ event }) => anyTime || isWithin(event, call));
  const distance = ({ event }: Held<CsmAttempt>): number =>
    Math.abs(endOf(event) - endOf(call)) + (event.status === call.status ? 0 : call.latency + TOLERANCE_MS);
  const byEnd = [...within].sort((one, other) => distance(one) - distance(other));
  return byEnd.slice(0, Math.max(1, call.attempts));
}

const inOrder = (held: readonly Held<CsmAttempt>[]): readonly CsmAttempt[] =>
  held.map(({ event }) => event).sort((one, other) => one.at - other.at);

class Joiner implements AttemptJoiner {
  readonly #groups = new Map<string, Group>();
  #held = 0;

  add(event: CsmEvent, now: number): readonly CsmSeen[] {
    // Nothing was sent, so nothing was asked of AWS.
    if (event.kind === "call" && event.attempts === 0) return [];
    const overdue = this.#held >= MOST_HELD ? this.settle(Number.POSITIVE_INFINITY) : [];
    const key = keyOf(event);
    const group = this.#groups.get(key) ?? { attempts: [], calls: [] };
    this.#groups.set(key, group);
    if (event.kind === "attempt") group.attempts.push({ event, since: now });
    else group.calls.push({ event, since: now });
    this.#held += 1;
    const found = this.#complete(group, (call) => {
      const attempts = attemptsOf(call.event, group.attempts, false);
      return attempts.length >= call.event.attempts ? attempts : undefined;
    });
    if (group.attempts.length + group.calls.length === 0) this.#groups.delete(key);
    return [...overdue, ...found];
  }

  settle(now: number): readonly CsmSeen[] {
    const settled: CsmSeen[] = [];
    for (const [key, group] of this.#groups) {
      const overdue = this.#complete(group, ({ event, since }) => {
        if (now - since < LATE_ATTEMPT_MS) return undefined;
        const attempts = attemptsOf(event, group.attempts, false);
        return attempts.length > 0 ? attempts : attemptsOf(event, group.attempts, true);
      });
      settled.push(...overdue);
      const lone = group.attempts.filter(({ since }) => now - since >= LATE_CALL_MS);
      group.attempts = group.attempts.filter((attempt) => !lone.includes(attempt));
      this.#held -= lone.length;
      settled.push(...lone.map(({ event }) => ({ attempts: [event] })));
      if (group.attempts.length + group.calls.length === 0) this.#groups.delete(key);
    }
    return settled;
  }

  /** Takes out the calls that are over, each with its attempts where `attemptsIfOver` tells them. */
  #complete(
    group: Group,
    attemptsIfOver: (call: Held<CsmCall>) => readonly Held<CsmAttempt>[] | undefined,
  ): readonly CsmSeen[] {
    const seen: CsmSeen[] = [];
    for (const call of group.calls) {
      const attempts = attemptsIfOver(call);
      if (attempts === undefined) continue;
      group.calls = group.calls.filter((other) => other !== call);
      group.attempts = group.attempts.filter((attempt) => !attempts.includes(attempt));
      this.#held -= 1 + attempts.length;
      seen.push({ call: call.event, attempts: inOrder(attempts) });
    }
    return seen;
  }
}

export function createAttemptJoiner(): AttemptJoiner {
  return new Joiner();
}

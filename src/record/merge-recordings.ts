/**
 * Several recordings (CI shards, runs of one program) into one, as if one run had seen everything. The result does not
 * depend on the order of the recordings nor on who ran first.
 */

import type { Counted, RecordedAttempt, RecordedCall, Recording, RunHeader } from "./recording.ts";
import { callText, outcomeText } from "./recording-line.ts";
import { inTime, unitedSightings } from "./sightings.ts";

/** Adds the counts of equal calls and numbers the calls anew; a single recording stays as it is. */
export function mergeRecordings(recordings: readonly Recording[]): Recording {
  const [first, ...others] = recordings;
  if (first === undefined) throw new RangeError("nothing to merge");
  if (others.length === 0) return first;
  const end = mergeEnds(recordings);
  const calls = mergeCalls(recordings);
  const attempts = mergeAttempts(recordings, calls);
  return {
    header: others.reduce((header, { header: other }) => mergeHeaders(header, other), first.header),
    calls,
    undecoded: addCounts(recordings.flatMap((recording) => recording.undecoded)),
    tunnels: addCounts(recordings.flatMap((recording) => recording.tunnels)),
    notices: addCounts(recordings.flatMap((recording) => recording.notices)),
    learned: inOrder(new Map(recordings.flatMap(({ learned }) => learned).map((fact) => [JSON.stringify(fact), fact]))),
    ...(attempts.length === 0 ? {} : { attempts }),
    ...(end === undefined ? {} : { end }),
    runs: unitedRuns(recordings.map(runsOf)),
    oddities: [...new Set(recordings.flatMap((recording) => recording.oddities))].sort(),
  };
}

function mergeHeaders(one: RunHeader, other: RunHeader): RunHeader {
  return {
    iamgen: 1,
    type: "run",
    startedAt: [one.startedAt, other.startedAt].sort()[0] ?? one.startedAt,
    program: union(one.program, other.program),
    version: union(one.version, other.version),
    data: {
      api: union(one.data.api, other.data.api),
      authorization: union(one.data.authorization, other.data.authorization),
    },
  };
}

const union = (one: string, other: string): string =>
  [...new Set([...one.split(", "), ...other.split(", ")])].sort().join(", ");

/** The same run read twice is one. */
const runsOf = ({ runs, header }: Recording): readonly string[] => runs ?? [`${header.startedAt} ${header.program}`];

const unitedRuns = (runs: readonly (readonly string[])[]): readonly string[] => [...new Set(runs.flat())].sort();

function mergeCalls(recordings: readonly Recording[]): RecordedCall[] {
  const byKey = new Map<string, RecordedCall>();
  for (const recording of recordings) {
    const all = runsOf(recording);
    for (const call of recording.calls) {
      const key = keyOf(call);
      const known = byKey.get(key);
      const own = call.runs ?? all;
      const runs = known?.runs === undefined ? own : unitedRuns([known.runs, own]);
      byKey.set(key, { ...call, ...(known === undefined ? {} : unitedSightings(known, call)), runs });
    }
  }
  return inOrder(byKey).map((call, index) => ({ ...call, n: index + 1 }));
}

const keyOf = (call: RecordedCall): string => callText(call) + outcomeText(call.outcome);

/** Under the new numbers of their calls. */
function mergeAttempts(recordings: readonly Recording[], merged: readonly RecordedCall[]): readonly RecordedAttempt[] {
  if (recordings.every(({ attempts }) => attempts === undefined)) return [];
  const numbers = new Map(merged.map((call) => [keyOf(call), call.n]));
  return inTime(
    recordings.flatMap(({ calls, attempts = [] }) => {
      const renumbered = new Map(calls.map((call) => [call.n, numbers.get(keyOf(call)) ?? 0]));
      return attempts.map((attempt) => ({ ...attempt, call: renumbered.get(attempt.call) ?? 0 }));
    }),
  );
}

function addCounts<T>(lines: readonly Counted<T>[]): Counted<T>[] {
  const byKey = new Map<string, Counted<T>>();
  for (const line of lines) {
    const key = JSON.stringify({ ...line, count: 0 });
    byKey.set(key, { ...line, count: line.count + (byKey.get(key)?.count ?? 0) });
  }
  return inOrder(byKey);
}

/** Sorted by UTF-16 code units: the same everywhere, unlike a locale's order. */
function inOrder<T>(byKey: ReadonlyMap<string, T>): T[] {
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value);
}

/** All runs have ended, or the whole has not; of several exit codes the highest tells most. */
function mergeEnds(recordings: readonly Recording[]): Recording["end"] {
  const codes = recordings.flatMap(({ end }) => (end === undefined ? [] : [end.exitCode]));
  return codes.length < recordings.length ? undefined : { exitCode: Math.max(...codes) };
}

/** How often, when and from where a distinct call was seen: what differs between equal calls of several runs, and adds up. */
import type { CallSite, RecordedAttempt, RecordedCall } from "./recording.ts";

export type Sightings = Pick<RecordedCall, "count" | "firstSeenAt" | "lastSeenAt" | "callSites">;

/** Of two equal calls; the order does not matter. */
export function unitedSightings(one: Sightings, other: Sightings): Sightings {
  const [firstSeenAt] = [one.firstSeenAt, other.firstSeenAt].flatMap((at) => at ?? []).sort();
  const lastSeenAt = [one.lastSeenAt, other.lastSeenAt]
    .flatMap((at) => at ?? [])
    .sort()
    .at(-1);
  const callSites = unitedSites([...(one.callSites ?? []), ...(other.callSites ?? [])]);
  return {
    count: one.count + other.count,
    ...(firstSeenAt === undefined ? {} : { firstSeenAt }),
    ...(lastSeenAt === undefined ? {} : { lastSeenAt }),
    ...(callSites.length === 0 ? {} : { callSites }),
  };
}

/** One place in one test. */
export const siteKey = ({ at, test }: Pick<CallSite, "at" | "test">): string => JSON.stringify([at, test]);

/** Each place once a test, sorted by file, then by line, then by the test's name. */
export function unitedSites(sites: readonly CallSite[]): readonly CallSite[] {
  const united = new Map<string, CallSite>();
  for (const site of sites) {
    const key = siteKey(site);
    united.set(key, { ...site, requests: site.requests + (united.get(key)?.requests ?? 0) });
  }
  return [...united.values()].sort((a, b) => comparePlaces(a.at, b.at) || ((a.test ?? "") < (b.test ?? "") ? -1 : 1));
}

function comparePlaces(one: string, other: string): number {
  const [file, line] = split(one);
  const [otherFile, otherLine] = split(other);
  if (file !== otherFile) return file < otherFile ? -1 : 1;
  return line - otherLine;
}

function split(at: string): readonly [file: string, line: number] {
  const colon = at.lastIndexOf(":");
  return [at.slice(0, colon), Number(at.slice(colon + 1))];
}

/** In the order of time; equal times in the order of the calls. */
export function inTime(attempts: readonly RecordedAttempt[]): readonly RecordedAttempt[] {
  return [...attempts].sort((a, b) => (a.at === b.at ? a.call - b.call : a.at < b.at ? -1 : 1));
}

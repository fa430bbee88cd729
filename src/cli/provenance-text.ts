/** When and from where calls were made, in words. */
import type { CallSite } from "../pipeline.ts";
import { counted } from "./wording.ts";

interface Seen {
  readonly firstSeenAt?: string;
  readonly lastSeenAt?: string;
  readonly callSites?: readonly CallSite[];
}

const MOST_PLACES = 10;

/** Lines without indent: times, then places; none where nothing is known. */
export function seenLines({ firstSeenAt, lastSeenAt, callSites = [] }: Seen): string[] {
  const places = callSites.slice(0, MOST_PLACES).map(({ at, test, requests }) => {
    const during = test === undefined ? "" : ` in the test "${test}"`;
    return `called from ${at}${during}${requests === 1 ? "" : `, ${counted(requests, "request")}`}`;
  });
  const more = callSites.length - places.length;
  return [
    ...timeLine(firstSeenAt, lastSeenAt),
    ...places,
    ...(more > 0 ? [`and ${counted(more, "more place", "more places")}`] : []),
  ];
}

function timeLine(first: string | undefined, last: string | undefined): string[] {
  if (first === undefined) return last === undefined ? [] : [`last at ${last}`];
  return first === last || last === undefined ? [`at ${first}`] : [`from ${first} to ${last}`];
}

/** Names what differs between two runs of one situation, so that a failure says what iamgen changed. */
import type { ConnectionLog } from "./peer.ts";

export interface Outcome {
  readonly client: readonly ConnectionLog[];
  readonly server: readonly ConnectionLog[];
  /** What the client's script made of it. */
  readonly result: unknown;
}

/** One line for each difference; empty where nobody could tell the two apart. */
export function differences(without: Outcome, withIamgen: Outcome): string[] {
  const found = (["server", "client"] as const).flatMap((side) => {
    // Connections that were opened at once arrive in any order.
    const [before, after] = [sorted(without[side]), sorted(withIamgen[side])];
    if (before.length !== after.length) return [`${side}: ${after.length} connections instead of ${before.length}`];
    return before.flatMap((log, at) => inConnection(`${side}, connection ${at + 1}`, log, after[at] ?? log));
  });
  const [before, after] = [without.result, withIamgen.result].map((result) => JSON.stringify(result));
  return before === after ? found : [...found, `result: ${after} instead of ${before}`];
}

const sorted = (logs: readonly ConnectionLog[]): ConnectionLog[] =>
  logs.toSorted((a, b) => (a.start + a.hash < b.start + b.hash ? -1 : 1));

function inConnection(where: string, before: ConnectionLog, after: ConnectionLog): string[] {
  const ending = before.ending === after.ending ? [] : [`${where}: ${after.ending} instead of ${before.ending}`];
  if (before.hash === after.hash) return ending;
  const lengths = before.length === after.length ? "" : `, ${after.length} bytes instead of ${before.length}`;
  return [`${where}${lengths}: ${firstDifference(before.start, after.start)}`, ...ending];
}

function firstDifference(before: string, after: string): string {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  if (at === before.length && at === after.length) return `beyond byte ${at}`;
  const excerpt = (text: string): string => JSON.stringify(text.slice(at, at + 40));
  return `at byte ${at} ${excerpt(after)} instead of ${excerpt(before)}`;
}

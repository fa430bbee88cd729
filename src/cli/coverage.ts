/** How much of a run was seen, and all that was not: what `report` shows, the summary sums up and `--strict` judges. */
import type {
  Counted,
  Denial,
  ExplainedCall,
  RecordedNotice,
  RecordedTunnel,
  Recording,
  Undecoded,
} from "../pipeline.ts";
import { noticeWording, tunnelWording } from "./wording.ts";

interface WidenedPermission {
  readonly action: string;
  readonly resources: readonly string[];
  readonly reason: string;
  readonly detail: string;
  /** `n` of the calls concerned, ascending. */
  readonly calls: readonly number[];
}

export interface CallDenial extends Denial {
  /** `n` of the call. */
  readonly call: number;
  readonly deniedBy?: "iamgen";
}

export interface Coverage {
  readonly calls: number;
  readonly distinctCalls: number;
  readonly operations: number;
  /** Keys that turned out to be one role are one. */
  readonly identities: number;
  readonly denied: number;
  /** What denied calls lacked, where AWS says it. */
  readonly denials: readonly CallDenial[];
  readonly failed: number;
  /** `n` of calls whose body was larger than was read. */
  readonly truncatedInputs: readonly number[];
  readonly undecoded: readonly Counted<Undecoded>[];
  /** Passed blind, as it should be. */
  readonly tunnelled: readonly Counted<RecordedTunnel>[];
  /** Passed blind, though AWS calls may have been inside. */
  readonly bypassed: readonly Counted<RecordedTunnel>[];
  /** AWS calls may have been missed. */
  readonly losses: readonly Counted<RecordedNotice>[];
  /** The disk refused: the file holds less than this. */
  readonly fileIncomplete: boolean;
  readonly notices: readonly Counted<RecordedNotice>[];
  readonly widened: readonly WidenedPermission[];
  readonly oddities: readonly string[];
}

export interface Covered {
  readonly recording: Recording;
  readonly explained: readonly ExplainedCall[];
  /** How many made the calls, as `countIdentities` counts them. */
  readonly identities: number;
}

export function coverageOf({ recording, explained, identities }: Covered): Coverage {
  const { calls, tunnels, notices } = recording;
  const sum = (counted: readonly { count: number }[]): number => counted.reduce((total, { count }) => total + count, 0);
  const of = (kind: string): number => sum(calls.filter(({ outcome }) => outcome.kind === kind));
  const hides = ({ why }: RecordedTunnel): boolean => tunnelWording(why).hidesCalls;
  const loses = ({ code }: RecordedNotice): boolean => noticeWording(code).hidesCalls;
  return {
    calls: sum(calls),
    distinctCalls: calls.length,
    operations: new Set(calls.map(({ sdkId, operation }) => `${sdkId}.${operation}`)).size,
    identities,
    denied: of("denied"),
    denials: calls.flatMap(({ n, outcome: { denial, deniedBy } }) =>
      denial === undefined ? [] : [{ call: n, ...denial, ...(deniedBy && { deniedBy }) }],
    ),
    failed: of("failed"),
    // What client-side monitoring tells never had an input; that is a finding of its own.
    truncatedInputs: calls
      .filter(({ inputTruncated, source }) => inputTruncated && source === "proxy")
      .map(({ n }) => n),
    undecoded: recording.undecoded,
    tunnelled: tunnels.filter((tunnel) => !hides(tunnel)),
    bypassed: tunnels.filter(hides),
    losses: notices.filter(loses),
    fileIncomplete: notices.some(({ code }) => code === "recording-failed"),
    notices: notices.filter((notice) => !loses(notice)),
    widened: widenedIn(explained),
    oddities: recording.oddities,
  };
}

function widenedIn(explained: readonly ExplainedCall[]): WidenedPermission[] {
  const found = new Map<string, WidenedPermission>();
  for (const { call, permissions } of explained) {
    for (const { action, resources, widened } of permissions) {
      if (widened === undefined) continue;
      const key = JSON.stringify([action, resources, widened]);
      const calls = [...new Set([...(found.get(key)?.calls ?? []), call.n])];
      found.set(key, { action, resources, ...widened, calls });
    }
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, permission]) => permission);
}

/** What `--strict` objects to, one clause each; empty if everything was seen exactly. */
export function strictFindings(coverage: Coverage): string[] {
  const { calls, undecoded, bypassed, losses, fileIncomplete, widened, truncatedInputs, oddities } = coverage;
  return [
    ...(calls === 0 ? ["no call seen"] : []),
    ...(undecoded.length > 0 ? ["requests not decoded"] : []),
    ...(bypassed.length > 0 ? ["connections bypassed"] : []),
    ...(losses.length > 0 ? ["calls possibly missed"] : []),
    ...(fileIncomplete ? ["recording not complete on disk"] : []),
    ...(widened.length > 0 ? ["permissions widened"] : []),
    ...(truncatedInputs.length > 0 ? ["bodies larger than --max-body"] : []),
    ...(oddities.length > 0 ? ["parts of the recording not readable"] : []),
  ];
}

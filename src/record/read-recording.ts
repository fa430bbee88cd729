/**
 * The text of a recording into a `Recording`. A run may have been killed in the middle of a line, or several runs may
 * stand one after the other in one file: everything that can be read is read, and what cannot is named in `oddities`.
 */
import type { ApiCall, JsonObject, Learned, Undecoded } from "../decode/api-call.ts";
import { InputError } from "../errors.ts";
import { mergeRecordings } from "./merge-recordings.ts";
import {
  parseCall,
  parseFields,
  parseHeader,
  parseLearned,
  parseNotice,
  parseOutcome,
  parseTunnel,
  parseUndecoded,
  whole,
} from "./parse-line.ts";
import { parseAttempt, parseCaller, parseTimes } from "./parse-sightings.ts";
import type {
  CallSite,
  Counted,
  RecordedAttempt,
  RecordedCall,
  RecordedNotice,
  RecordedTunnel,
  Recording,
  RunHeader,
} from "./recording.ts";
import { callText, outcomeText } from "./recording-line.ts";
import { inTime, siteKey, unitedSightings, unitedSites } from "./sightings.ts";

/** The newest version that this code reads and the only one that it writes. */
const VERSION = 1;

interface Seen {
  call: ApiCall;
  count: number;
  firstSeenAt?: string;
  lastSeenAt?: string;
  /** Place -> requests. */
  sites?: Map<string, CallSite>;
}

interface Draft {
  readonly header: RunHeader;
  readonly calls: Map<number, Seen>;
  readonly attempts: RecordedAttempt[];
  readonly undecoded: Map<string, Counted<Undecoded>>;
  readonly tunnels: Map<string, Counted<RecordedTunnel>>;
  readonly notices: Map<string, Counted<RecordedNotice>>;
  readonly learned: Map<string, Learned>;
  readonly oddities: string[];
  end?: { readonly exitCode: number };
}

/** Reads what `createRecorder` wrote; `name` is the file as the user knows it. Throws an `InputError` for anything else. */
export function readRecording(text: string, name: string): Recording {
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  const runs: Draft[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const fields = parseFields(line);
    const run = runs.at(-1);
    if (fields !== undefined && (run === undefined || "iamgen" in fields)) runs.push(open(fields, name));
    else if (run === undefined) throw notARecording(name);
    else if (fields === undefined) run.oddities.push(`\`${name}\` ${unreadable(index, lines.length)}`);
    else takeLine(run, fields, `\`${name}\` line ${index + 1}`);
  }
  if (runs.length === 0) throw new InputError("recording-unreadable", `cannot read recording \`${name}\`: it is empty`);
  return mergeRecordings(runs.map(finished));
}

function unreadable(index: number, lines: number): string {
  return index === lines - 1 ? "ends in the middle of a line: skipped" : `line ${index + 1} is not JSON: skipped`;
}

const notARecording = (name: string): InputError =>
  new InputError("recording-unreadable", `cannot read recording \`${name}\`: it is not an iamgen recording`, {
    hint: "pass a file that `iamgen run` or `iamgen listen` wrote",
  });

function open(fields: JsonObject, name: string): Draft {
  const version = fields["iamgen"];
  if (typeof version === "number" && version > VERSION) {
    const message = `cannot read recording \`${name}\`: its format is version ${version}, this iamgen reads ${VERSION}`;
    throw new InputError("recording-too-new", message, { hint: "update iamgen, then try again" });
  }
  const header = version === VERSION && fields["type"] === "run" ? parseHeader(fields) : undefined;
  if (header === undefined) throw notARecording(name);
  return {
    header,
    calls: new Map(),
    attempts: [],
    undecoded: new Map(),
    tunnels: new Map(),
    notices: new Map(),
    learned: new Map(),
    oddities: [],
  };
}

function takeLine(draft: Draft, fields: JsonObject, place: string): void {
  const type = fields["type"];
  if (typeof type !== "string" || !Object.hasOwn(TAKERS, type)) {
    draft.oddities.push(
      `${place} has an unknown type \`${typeof type === "string" ? type : JSON.stringify(type)}\`: skipped`,
    );
    return;
  }
  if (TAKERS[type]?.(draft, fields) === false) draft.oddities.push(`${place} (\`${type}\`) is incomplete: skipped`);
}

/** One function a line type; false where the line does not fit. */
const TAKERS: { readonly [type: string]: (draft: Draft, fields: JsonObject) => boolean } = {
  call: ({ calls }, fields) => {
    const n = whole(fields, "n");
    const call = parseCall(fields);
    if (n === undefined || call === undefined || calls.has(n)) return false;
    const { firstSeenAt } = parseTimes(fields);
    calls.set(n, { call, count: 1, ...(firstSeenAt === undefined ? {} : { firstSeenAt, lastSeenAt: firstSeenAt }) });
    return true;
  },
  outcome: ({ calls }, fields) => {
    const known = calls.get(whole(fields, "n") ?? 0);
    const outcome = parseOutcome(fields);
    if (known === undefined || outcome === undefined) return false;
    known.call = { ...known.call, outcome };
    return true;
  },
  count: ({ calls }, fields) => {
    const known = calls.get(whole(fields, "n") ?? 0);
    const count = whole(fields, "count");
    if (known === undefined || count === undefined) return false;
    known.count = Math.max(known.count, count);
    Object.assign(known, parseTimes(fields));
    return true;
  },
  attempt: ({ calls, attempts }, fields) => {
    const attempt = parseAttempt(fields);
    // A call beyond the limit of a recording has no line.
    if (attempt !== undefined && calls.has(attempt.call)) attempts.push(attempt);
    return attempt !== undefined;
  },
  caller: ({ calls }, fields) => {
    const caller = parseCaller(fields);
    const known = calls.get(caller?.call ?? 0);
    if (caller === undefined || known === undefined) return false;
    known.sites ??= new Map();
    const { call: _, ...site } = caller;
    const key = siteKey(site);
    known.sites.set(key, { ...site, requests: Math.max(site.requests, known.sites.get(key)?.requests ?? 0) });
    return true;
  },
  undecoded: ({ undecoded }, fields) => tally(undecoded, fields, parseUndecoded(fields)),
  tunnel: ({ tunnels }, fields) => tally(tunnels, fields, parseTunnel(fields)),
  notice: ({ notices }, fields) => tally(notices, fields, parseNotice(fields)),
  identity: ({ learned }, fields) => learn(learned, parseLearned(fields)),
  learned: ({ learned }, fields) => learn(learned, parseLearned(fields)),
  end: (draft, fields) => {
    const exitCode = whole(fields, "exitCode");
    if (exitCode !== undefined) draft.end = { exitCode };
    return exitCode !== undefined;
  },
};

/** Within one run a line repeats an equal one with its count so far: the highest stands. */
function tally<T>(lines: Map<string, Counted<T>>, fields: JsonObject, what: T | undefined): boolean {
  if (what === undefined) return false;
  const key = JSON.stringify(what);
  const count = Math.max(lines.get(key)?.count ?? 1, whole(fields, "count") ?? 1);
  lines.set(key, { ...what, count });
  return true;
}

function learn(facts: Map<string, Learned>, fact: Learned | undefined): boolean {
  if (fact !== undefined) facts.set(JSON.stringify(fact), fact);
  return fact !== undefined;
}

function finished(draft: Draft): Recording {
  const { calls, numbers } = distinct(draft.calls);
  const attempts = inTime(draft.attempts.map((one) => ({ ...one, call: numbers.get(one.call) ?? one.call })));
  return {
    header: draft.header,
    calls,
    undecoded: [...draft.undecoded.values()],
    tunnels: [...draft.tunnels.values()],
    notices: [...draft.notices.values()],
    learned: [...draft.learned.values()],
    ...(attempts.length === 0 ? {} : { attempts }),
    ...(draft.end === undefined ? {} : { end: draft.end }),
    oddities: draft.oddities,
  };
}

/** An outcome that came late can make two calls equal: they are one, under the lower number. */
function distinct(seen: Draft["calls"]): { calls: RecordedCall[]; numbers: ReadonlyMap<number, number> } {
  const byKey = new Map<string, RecordedCall>();
  const numbers = new Map<number, number>();
  for (const [n, { call, sites, ...rest }] of seen) {
    const key = callText(call) + outcomeText(call.outcome);
    const known = byKey.get(key);
    const callSites = unitedSites([...(sites?.values() ?? [])]);
    const sightings = { count: rest.count, ...timesOf(rest), ...(callSites.length === 0 ? {} : { callSites }) };
    const united =
      known === undefined ? { ...call, n, ...sightings } : { ...known, ...unitedSightings(known, sightings) };
    byKey.set(key, united);
    if (united.n !== n) numbers.set(n, united.n);
  }
  return { calls: [...byKey.values()], numbers };
}

const timesOf = ({ firstSeenAt, lastSeenAt }: Omit<Seen, "call">) => ({
  ...(firstSeenAt === undefined ? {} : { firstSeenAt }),
  ...(lastSeenAt === undefined ? {} : { lastSeenAt }),
});

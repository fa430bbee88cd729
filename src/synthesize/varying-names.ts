/**
 * What several runs of one program show that one can only suspect: a name of which each run has another. A name that two runs
 * share is never touched. Told by what the runs have in common, since shards of a test suite differ as well, and are no rule
 * for each other.
 */
import { parseArn } from "../iam/arn.ts";
import { covers, hasWildcard, parsePattern } from "../iam/wildcard.ts";
import { commonPattern, keptLetters } from "./common-pattern.ts";
import type { PatternOf } from "./generated-resources.ts";
import type { ObservedPermission } from "./observed-permission.ts";
import { compareText, groupBy, sortedTexts } from "./order.ts";

export interface VaryingName {
  /** Stands for all of `resources`. */
  readonly pattern: string;
  /** Sorted; each of one run only. */
  readonly resources: readonly string[];
  /** The runs are alike in all else, and the pattern keeps a beginning of its own: it may stand without being asked for. */
  readonly isPlain: boolean;
}

/** Of one action. */
interface Seen {
  readonly action: string;
  readonly resource: string;
  readonly runs: ReadonlySet<string>;
}

/** Two runs at least, or none varies. Sorted by pattern. */
export function varyingNames(observed: readonly ObservedPermission[], patternOf: PatternOf): readonly VaryingName[] {
  const all = sortedTexts(observed.flatMap(({ runs = [] }) => runs));
  if (all.length < 2) return [];
  const seen = seenResources(observed);
  const byResource = [...groupBy(seen, ({ resource }) => resource).values()];
  const candidates = byResource.flatMap((same) => candidateOf(same, patternOf));
  const possible = chosenFamilies([...generatedFamilies(candidates), ...alikeFamilies(candidates, all)]);
  const families = withoutShared(possible, candidates);
  const explained = new Set(families.flatMap(({ resources }) => resources));
  const rest = seen.filter(({ resource, runs }) => runs.size < all.length && !explained.has(resource));
  const shared = seen.filter(({ runs }) => runs.size === all.length).length;
  const isRerun = rest.length === 0 && (shared >= families.length || areOfOneWord(families));
  return families
    .map(({ pattern, resources, isGenerated }) => {
      return { pattern, resources, isPlain: isGenerated || (isRerun && keptLetters(pattern) >= LEAST_KEPT) };
    })
    .sort((a, b) => compareText(a.pattern, b.pattern));
}

/** A pattern that keeps less of a name could mean anybody's. */
const LEAST_KEPT = 3;

/** Whoever made the calls: sessions of a role have other keys in every run. */
function seenResources(observed: readonly ObservedPermission[]): Seen[] {
  const seen = new Map<string, { readonly action: string; readonly resource: string; readonly runs: Set<string> }>();
  const runsOf = new Map<string, Set<string>>();
  for (const { permission, runs = [] } of observed) {
    for (const resource of permission.resources) {
      const key = `${permission.action}\n${resource}`;
      const known = runsOf.get(resource) ?? new Set();
      runsOf.set(resource, known);
      for (const run of runs) known.add(run);
      if (!seen.has(key)) seen.set(key, { action: permission.action, resource, runs: known });
    }
  }
  return [...seen.values()];
}

interface Family {
  readonly pattern: string;
  readonly resources: readonly string[];
  /** What the pattern leaves out, by run. */
  readonly words: readonly string[];
  readonly isGenerated: boolean;
}

interface Candidate {
  readonly resource: string;
  /** Undefined: several runs have it. */
  readonly run: string | undefined;
  /** What is done with it. */
  readonly actions: string;
  /** With a star for what looks generated, if anything does. */
  readonly generated: string | undefined;
  /** Fields of the ARN's end, parted by `/` and `:`. */
  readonly segments: readonly string[];
}

function candidateOf(same: readonly Seen[], patternOf: PatternOf): readonly Candidate[] {
  const [first] = same;
  const arn = first && (hasWildcard(first.resource) ? undefined : parseArn(first.resource));
  if (first === undefined || arn === undefined || first.resource.includes("${")) return [];
  const actions = sortedTexts(same.map(({ action }) => action));
  const [run, more] = first.runs;
  return [
    {
      resource: first.resource,
      run: more === undefined ? run : undefined,
      actions: actions.join(" "),
      generated: patternOf(actions[0] ?? "", first.resource)?.pattern,
      segments: arn.resource.split(/([/:])/),
    },
  ];
}

/** Names of one generated form: form and difference together say enough, however many each run has. */
function generatedFamilies(candidates: readonly Candidate[]): Family[] {
  return [...groupBy(candidates, ({ generated }) => generated ?? "")].flatMap(([pattern, same]) => {
    const runs = new Set(same.map(({ run }) => run));
    if (pattern === "" || runs.has(undefined) || runs.size < 2) return [];
    return [{ pattern, resources: sortedTexts(same.map(({ resource }) => resource)), words: [], isGenerated: true }];
  });
}

/** Resources that all runs use alike and as often, and that differ in a word, a segment, or in one word of the run throughout. */
function alikeFamilies(candidates: readonly Candidate[], runs: readonly string[]): Family[] {
  const own = candidates.filter(({ run }) => run !== undefined);
  if (own.length > MOST_CANDIDATES) return [];
  const masked = groupBy(
    own.flatMap((one) => masksOf(one).map((mask) => ({ key: `${one.actions}\n${mask}`, one }))),
    ({ key }) => key,
  );
  return [...masked.values()].flatMap((entries) => {
    const same = entries.map(({ one }) => one);
    const counts = [...groupBy(same, ({ run = "" }) => run).values()].map((ofRun) => ofRun.length);
    if (counts.length < runs.length || new Set(counts).size > 1) return [];
    const ordered = same.toSorted((a, b) => compareText(`${a.run}\n${a.resource}`, `${b.run}\n${b.resource}`));
    const { pattern, words } = commonPattern(ordered.map(({ resource }) => resource));
    const resources = sortedTexts(same.map(({ resource }) => resource));
    return pattern === undefined ? [] : [{ pattern, resources, words, isGenerated: false }];
  });
}

/** The resource without each one of its words, without each one of its segments, and without them all. */
function masksOf({ resource, segments }: Candidate): string[] {
  const head = resource.split(":").slice(0, 5).join(":");
  const isName = (at: number): boolean => at % 2 === 0 && segments[at] !== "";
  const single = segments.flatMap((segment, at) => {
    const words = segment.split(/([-_.@=+,])/);
    const wordless = words.flatMap((word, place) => (place % 2 === 0 && word ? [words.with(place, "*").join("")] : []));
    return isName(at) ? ["*", ...wordless].map((mask) => segments.with(at, mask).join("")) : [];
  });
  const none = segments.map((segment, at) => (isName(at) ? "*" : segment)).join("");
  return sortedTexts([...single, none]).map((mask) => `${head}:${mask}`);
}

/** A pattern that would cover what several runs have says more than they do. */
function withoutShared(families: readonly Family[], candidates: readonly Candidate[]): readonly Family[] {
  if (families.length > MOST_FAMILIES) return [];
  const shared = candidates.filter(({ run }) => run === undefined).map(({ resource }) => resource);
  return families.filter(({ pattern }) => {
    const [start = ""] = pattern.split("*");
    const wide = parsePattern(pattern);
    return !shared.some((resource) => resource.startsWith(start) && covers(wide, parsePattern(resource)));
  });
}

/** Runs with more names of their own have no place that all agree on, and comparing them would take longer than all else. */
const MOST_CANDIDATES = 20_000;

/** Of more, no reviewer would read the patterns. */
const MOST_FAMILIES = 1000;

/** Each resource belongs to the family that keeps most of it; what looks generated goes first. */
function chosenFamilies(families: readonly Family[]): readonly Family[] {
  const rank = ({ isGenerated, pattern }: Family): number => (isGenerated ? 1e6 : 0) + pattern.length;
  const ordered = families.toSorted((a, b) => rank(b) - rank(a) || compareText(a.pattern, b.pattern));
  const taken = new Set<string>();
  return ordered.filter(({ resources }) => {
    if (resources.some((resource) => taken.has(resource))) return false;
    for (const resource of resources) taken.add(resource);
    return true;
  });
}

/** One word a run stands in all of them: a name of the run itself. */
const areOfOneWord = (families: readonly Family[]): boolean =>
  families.length > 1 && new Set(families.map(({ words }) => words.join("\n"))).size === 1;

/**
 * A model's path template, matched against the raw, still percent-encoded path: an escaped slash must not split a
 * label, and an empty label never matches.
 */
import { decodePercent } from "./percent-decoding.ts";

export interface PathTemplate {
  /** Literal text, or the name of a label. */
  readonly segments: readonly Segment[];
  /** Sorts templates that match the same path: per segment from the left, literal before label before greedy label, the end last. */
  readonly rank: string;
  /** Position of the greedy label; -1 where there is none. */
  readonly greedyAt: number;
}

interface Segment {
  readonly kind: "literal" | "label" | "greedy";
  /** The literal's text as sent, or the label's name. */
  readonly text: string;
  /** A label may be surrounded by literal text, as in `/{name}.json`. */
  readonly before: string;
  readonly after: string;
}

const LABEL = /^([^{]*)\{([^}+]+)(\+?)\}([^{]*)$/;

function parseSegment(text: string): Segment {
  const label = LABEL.exec(text);
  if (label === null) return { kind: "literal", text, before: "", after: "" };
  const [, before = "", name = "", plus, after = ""] = label;
  return { kind: plus === "+" ? "greedy" : "label", text: name, before, after };
}

const RANKS = { literal: "0", label: "1", greedy: "2" } as const;

/** `/{name+}/settings` says more than `/{name+}`. */
const END = "3";

export function parsePathTemplate(path: string): PathTemplate {
  const segments = splitPath(path).segments.map(parseSegment);
  return {
    segments,
    rank: `${segments.map(({ kind }) => RANKS[kind]).join("")}${END}`,
    greedyAt: segments.findIndex(({ kind }) => kind === "greedy"),
  };
}

export interface SplitPath {
  readonly segments: readonly string[];
  /** `/a/` has the segments of `/a`; only a greedy label sees the difference. */
  readonly trailingSlash: boolean;
}

export function splitPath(path: string): SplitPath {
  const segments = path.split("/").slice(1);
  const trailingSlash = segments.at(-1) === "";
  return { segments: trailingSlash ? segments.slice(0, -1) : segments, trailingSlash };
}

/** Labels of the template by name, decoded; undefined where the path is another one. */
export function matchPath(template: PathTemplate, path: SplitPath): Record<string, string> | undefined {
  const { segments, greedyAt } = template;
  const surplus = path.segments.length - segments.length;
  if (greedyAt < 0 ? surplus !== 0 : surplus < 0) return undefined;
  const labels: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const raw = index === greedyAt ? greedyText(template, path) : rawSegment(template, path, index);
    if (!bind(segment, raw, labels)) return undefined;
  }
  return labels;
}

function rawSegment({ greedyAt, segments }: PathTemplate, path: SplitPath, index: number): string {
  const fromEnd = greedyAt >= 0 && index > greedyAt;
  return path.segments[fromEnd ? path.segments.length - (segments.length - index) : index] ?? "";
}

/** All that is left for the greedy label, slashes and a trailing slash included. */
function greedyText({ greedyAt, segments }: PathTemplate, path: SplitPath): string {
  const following = segments.length - greedyAt - 1;
  const text = path.segments.slice(greedyAt, path.segments.length - following).join("/");
  return path.trailingSlash && following === 0 ? `${text}/` : text;
}

function bind(segment: Segment, raw: string, labels: Record<string, string>): boolean {
  if (segment.kind === "literal") return raw === segment.text || decodePercent(raw) === segment.text;
  const { before, after } = segment;
  if (!raw.startsWith(before) || !raw.endsWith(after)) return false;
  const value = raw.slice(before.length, raw.length - after.length);
  if (value === "") return false;
  labels[segment.text] = decodePercent(value);
  return true;
}

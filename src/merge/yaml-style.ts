/** How a YAML file writes its statements, so that new ones look like their neighbours. */
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from "./yaml-tree.ts";

export type Quote = "" | "'" | '"';

export interface Dashes {
  /** Of a dash below its key: 0 or more blanks. */
  readonly dashIndent: number;
  /** Of a value from its dash, the dash included. */
  readonly dashWidth: number;
}

export interface YamlStyle extends Dashes {
  /** Of a map below its key. */
  readonly mapIndent: number;
  /** The elements of a statement in the order of the file. */
  readonly order: readonly string[];
  /** `[a, b]` rather than a dash each. */
  readonly hasFlowLists: boolean;
  /** A single action or resource stands in a list too. */
  readonly listsSingles: boolean;
  readonly keyQuote: Quote;
  /** Of actions, resources and condition values. */
  readonly quote: Quote;
  /** Of Sid and Effect. */
  readonly wordQuote: Quote;
  /** Where a value cannot stand plain. */
  readonly neededQuote: Exclude<Quote, "">;
  /** Inside `{` and `}`. */
  readonly bracePadding: string;
  readonly lineBreak: string;
}

const ORDER = ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"];
const LISTS = new Set(["Action", "NotAction", "Resource", "NotResource"]);

export interface Neighbours {
  /** Nearest first. */
  readonly statements: readonly YamlMap[];
  /** Of the list that they stand in, or will stand in. */
  readonly dashes?: Dashes | undefined;
}

/** `root` is the whole file, for what the neighbours do not show. */
export function yamlStyleOf(text: string, { statements, dashes }: Neighbours, root: YamlNode): YamlStyle {
  const all = nodesOf(root);
  const entries = statements.flatMap((statement) => statement.entries);
  const elements = entries.filter(({ key }) => LISTS.has(key.text));
  const scalars = elements.flatMap(({ value }) => scalarsIn(value)).filter(({ quote }) => quote !== "|");
  const quoted = [...scalars, ...all.filter((node) => node.kind === "scalar")].find(
    // Other texts have double quotes wherever the file has single ones.
    ({ quote, text: value }) => isQuote(quote) && !/[^\x20-\x7E]/.test(value),
  );
  const lists = elements.flatMap(({ value }) => (value.kind === "list" && value.tag === undefined ? [value] : []));
  const plural = lists.find(({ items }) => items.length > 1);
  const maps = all.filter((node): node is YamlMap => node.kind === "map" && !node.isFlow);
  const quote = quoteOf(scalars) ?? "";
  const words = entries.filter(({ key }) => key.text === "Effect" || key.text === "Sid").map(({ value }) => value);
  const known = statements[0]?.entries.map(({ key }) => key.text) ?? [];
  return {
    ...dashesOf(text, { statements, dashes }, root),
    mapIndent: mostOf(maps.flatMap((map) => indentsBelow(text, map, "map"))) ?? 2,
    order: known.length > 2 ? withMissing(known) : ORDER,
    hasFlowLists: (plural ?? lists[0])?.isFlow === true,
    listsSingles: lists.some(({ items }) => items.length === 1) && !elements.some(({ value }) => value.kind !== "list"),
    keyQuote: quoteOf(entries.map(({ key }) => key)) ?? "",
    quote,
    wordQuote: quoteOf(words.flatMap(scalarsIn)) ?? "",
    neededQuote: quote !== "" ? quote : quoted !== undefined && isQuote(quoted.quote) ? quoted.quote : '"',
    bracePadding: bracePadding(text, [...statements, ...all]),
    lineBreak: /\r?\n/.exec(text)?.[0] ?? "\n",
  };
}

const isQuote = (quote: YamlScalar["quote"]): quote is "'" | '"' => quote === "'" || quote === '"';

/** That of most texts which need none. */
function quoteOf(scalars: readonly YamlScalar[]): Quote | undefined {
  const free = scalars.filter(({ text }) => isPlain(text));
  return mostOf(free.map(({ quote }) => (isQuote(quote) ? quote : "")));
}

const NOT_TEXT = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** Every reader of YAML 1.1 and 1.2 takes it for this text without quotes. */
export const isPlain = (text: string): boolean =>
  /^[A-Za-z_/](?:[^\s:]|:(?=\S))*$/.test(text) && !NOT_TEXT.test(text) && !/[^\x21-\x7E]/.test(text);

/** The column of a place, counted from 0. */
export const columnOf = (text: string, place: number): number => place - (text.lastIndexOf("\n", place - 1) + 1);

/** Sid opens a statement wherever the file has none; other elements keep their place in our own order. */
function withMissing(known: readonly string[]): readonly string[] {
  const missing = ORDER.filter((name) => !known.includes(name));
  return [...missing.filter((name) => name === "Sid"), ...known, ...missing.filter((name) => name !== "Sid")];
}

function dashesOf(text: string, { statements, dashes }: Neighbours, root: YamlNode): Dashes {
  const near = statements.flatMap((statement) => indentsBelow(text, statement, "list"));
  const far = nodesOf(root).flatMap((node) => (node.kind === "map" ? indentsBelow(text, node, "list") : []));
  const widths = nodesOf(root).flatMap((node) =>
    node.kind === "list" ? node.items.map((item, at) => item.start - (node.dashes[at] ?? item.start)) : [],
  );
  return {
    dashIndent: mostOf(near) ?? dashes?.dashIndent ?? mostOf(far) ?? 2,
    dashWidth: dashes?.dashWidth ?? mostOf(widths.filter(isWidth)) ?? 2,
  };
}

const isWidth = (width: number): boolean => width > 1 && width < 9;

/** Those of a list below its key; a map in its place becomes a list by a dash in the column of the key. */
export function dashesAt(text: string, { key, value }: YamlEntry): Dashes | undefined {
  if (value.kind === "scalar" || value.isFlow || value.isShared) return undefined;
  const [dash, start] = value.kind === "list" ? [value.dashes[0], value.items[0]?.start] : [key.start, value.start];
  if (dash === undefined || start === undefined) return undefined;
  const from = columnOf(text, dash);
  const dashIndent = from - columnOf(text, key.start);
  const dashWidth = columnOf(text, start) - from;
  return dashIndent >= 0 && isWidth(dashWidth) ? { dashIndent, dashWidth } : undefined;
}

/** How much deeper than their keys the block values of a map stand. */
function indentsBelow(text: string, map: YamlMap, kind: "list" | "map"): readonly number[] {
  if (map.isFlow) return [];
  return map.entries.flatMap(({ key, value }: YamlEntry) => {
    if (value.kind !== kind || value.isFlow || value.isShared) return [];
    const below = value.kind === "list" ? (value.dashes[0] ?? value.span.start) : value.span.start;
    const indent = columnOf(text, below) - columnOf(text, key.start);
    return indent >= 0 && indent < 9 ? [indent] : [];
  });
}

function bracePadding(text: string, nodes: readonly YamlNode[]): string {
  const flow = nodes.find((node) => node.kind === "map" && node.isFlow && node.entries.length > 0);
  return flow === undefined ? " " : (/^\{( *)/.exec(text.slice(flow.span.start))?.[1] ?? "");
}

function scalarsIn(node: YamlNode): readonly YamlScalar[] {
  if (node.kind === "scalar") return [node];
  return node.kind === "list" ? node.items.flatMap(scalarsIn) : [];
}

/** All of them, each once, from the top. */
export function nodesOf(root: YamlNode): readonly YamlNode[] {
  const found: YamlNode[] = [];
  const visit = (node: YamlNode): void => {
    if (node.isShared && found.includes(node)) return;
    found.push(node);
    const below = node.kind === "map" ? node.entries.map(({ value }) => value) : node.kind === "list" ? node.items : [];
    for (const child of below) if (!isAliasOf(child)) visit(child);
  };
  visit(root);
  return found;
}

/** An alias has the place of its name, and what it stands for has places elsewhere. */
function isAliasOf(node: YamlNode): boolean {
  if (!node.isShared || node.kind === "scalar") return false;
  const first = node.kind === "map" ? node.entries[0]?.key : node.items[0];
  return first !== undefined && (first.start < node.span.start || first.start >= node.span.end);
}

function mostOf<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<[Value, number] | undefined>(
    (best, entry) => (best === undefined || entry[1] > best[1] ? entry : best),
    undefined,
  )?.[0];
}

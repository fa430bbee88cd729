/**
 * YAML as merging needs it: a tree of plain values that knows where each stands in the text. Sole user of `yaml`. Tags are
 * kept as names, aliases and merge keys are followed, and what an anchor shares with other places says so.
 */
import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, visit } from "yaml";
import { type Span, syntaxError } from "./source-place.ts";

interface Placed {
  /** The value without its tag and anchor. */
  readonly span: Span;
  /** Where its tag or anchor begins; that of the span if it has none. */
  readonly start: number;
  /** `!Sub`; absent for values without tag. */
  readonly tag?: string;
  /** It stands in several places of the document: an alias, or below an anchor that an alias names. */
  readonly isShared: boolean;
}

export interface YamlScalar extends Placed {
  readonly kind: "scalar";
  readonly text: string;
  readonly quote: "" | "'" | '"' | "|";
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
}

export interface YamlMap extends Placed {
  readonly kind: "map";
  readonly isFlow: boolean;
  readonly entries: readonly YamlEntry[];
}

export interface YamlList extends Placed {
  readonly kind: "list";
  readonly isFlow: boolean;
  readonly items: readonly YamlNode[];
  /** Where the dash of each item stands; empty for a flow list. */
  readonly dashes: readonly number[];
}

export type YamlNode = YamlScalar | YamlMap | YamlList;

/** Throws `InputError` at the first place that is no YAML. An empty text is an empty scalar. */
export function parseYaml(text: string, fileName: string): YamlNode {
  const document = parseDocument(text, {
    keepSourceTokens: true,
    logLevel: "error",
    prettyErrors: false,
    schema: "failsafe",
  });
  const [problem] = document.errors;
  if (problem !== undefined) {
    const isSecond = problem.code === "MULTIPLE_DOCS";
    const says = isSecond ? "a second document: what holds a policy has one" : problem.message.replace(/\.$/, "");
    const offset = Math.min(problem.pos[0], text.length);
    throw syntaxError({ fileName, text, offset, says: says.charAt(0).toLowerCase() + says.slice(1) });
  }
  const aliased = new Set<string>();
  visit(document, { Alias: (_, { source }) => void aliased.add(source) });
  const resolve = (alias: Alias): Node | undefined => alias.resolve(document);
  return new TreeReader(text, aliased, resolve).read(document.contents, { start: 0, isShared: false });
}

/** The value under these keys, one below the other. */
export function valueAt(node: YamlNode | undefined, ...keys: readonly string[]): YamlNode | undefined {
  const [key, ...below] = keys;
  if (key === undefined || node?.kind !== "map") return key === undefined ? node : undefined;
  return valueAt(node.entries.find((entry) => entry.key.text === key)?.value, ...below);
}

/** None for what is no map. */
export const entriesOf = (node: YamlNode | undefined): readonly YamlEntry[] =>
  node?.kind === "map" ? node.entries : [];

interface Place {
  readonly start: number | undefined;
  readonly isShared: boolean;
}

class TreeReader {
  readonly #text: string;
  readonly #aliased: ReadonlySet<string>;
  readonly #resolve: (alias: Alias) => Node | undefined;
  readonly #targets = new Map<Node, YamlNode>();
  readonly #open = new Set<Node>();

  constructor(text: string, aliased: ReadonlySet<string>, resolve: (alias: Alias) => Node | undefined) {
    this.#text = text;
    this.#aliased = aliased;
    this.#resolve = resolve;
  }

  read(node: unknown, place: Place): YamlNode {
    if (isAlias(node)) return this.#target(node);
    if (!(isMap(node) || isSeq(node) || isScalar(node))) return emptyAt(place.start ?? 0, place.isShared);
    const isShared = place.isShared || (node.anchor !== undefined && this.#aliased.has(node.anchor));
    const from = node.range?.[0] ?? 0;
    const tag = node.tag === undefined ? {} : { tag: node.tag };
    const common = { start: Math.min(place.start ?? from, from), isShared, ...tag };
    const isFlow = !isScalar(node) && node.flow === true;
    const ownEnd = node.range?.[1] ?? from;
    if (isScalar(node)) {
      const quote = QUOTES[node.type ?? ""] ?? "";
      const end = quote === "|" ? from + this.#text.slice(from, ownEnd).trimEnd().length : ownEnd;
      return { kind: "scalar", text: String(node.value ?? ""), quote, span: { start: from, end }, ...common };
    }
    if (isMap(node)) {
      const own = node.items.filter((pair) => !isMergeKey(pair)).map((pair) => this.#entry(pair, isShared));
      const merged = node.items.filter(isMergeKey).flatMap((pair) => this.#merged(pair));
      const entries = [...own, ...merged.filter(({ key }) => !own.some((entry) => entry.key.text === key.text))];
      const end = isFlow
        ? ownEnd
        : endOf(
            own.map(({ value }) => value),
            this.#text,
            ownEnd,
          );
      return { kind: "map", isFlow, entries, span: { start: from, end }, ...common };
    }
    const tokens = itemTokens(node.srcToken);
    const items = node.items.map((item, at) => this.read(item, { start: propertiesAt(tokens[at]?.start), isShared }));
    const dashes = isFlow ? [] : tokens.map(({ start }) => start.find(isDash)?.offset ?? from);
    const end = isFlow ? ownEnd : endOf(items, this.#text, ownEnd);
    return { kind: "list", isFlow, items, dashes, span: { start: from, end }, ...common };
  }

  #entry(pair: Pair<unknown, unknown>, isShared: boolean): YamlEntry {
    const tokens = sourceTokens(pair);
    const key = this.read(pair.key, { start: propertiesAt(tokens?.start), isShared });
    const value = this.read(pair.value, { start: propertiesAt(tokens?.sep), isShared });
    return { key: key.kind === "scalar" ? key : emptyAt(key.start, isShared), value };
  }

  #merged({ value }: Pair<unknown, unknown>): readonly YamlEntry[] {
    const sources = isSeq(value) ? value.items : [value];
    return sources.flatMap((source) => {
      const read = this.read(source, { start: undefined, isShared: true });
      return read.kind === "map" ? read.entries : [];
    });
  }

  /** What the alias stands for, read once and placed where the alias is. */
  #target(alias: Alias): YamlNode {
    const [start, end] = alias.range ?? [0, 0];
    const target = this.#resolve(alias);
    if (target === undefined || this.#open.has(target)) return emptyAt(start, true);
    this.#open.add(target);
    const read = this.#targets.get(target) ?? this.read(target, { start: undefined, isShared: true });
    this.#open.delete(target);
    this.#targets.set(target, read);
    return { ...read, span: { start, end }, start };
  }
}

const QUOTES: { readonly [type: string]: YamlScalar["quote"] } = {
  QUOTE_SINGLE: "'",
  QUOTE_DOUBLE: '"',
  BLOCK_FOLDED: "|",
  BLOCK_LITERAL: "|",
};

const emptyAt = (at: number, isShared: boolean): YamlScalar => ({
  kind: "scalar",
  text: "",
  quote: "",
  span: { start: at, end: at },
  start: at,
  isShared,
});

/** The range of a block collection reaches over the comments behind it; its last value does not. */
function endOf(values: readonly YamlNode[], text: string, ownEnd: number): number {
  const last = values.at(-1);
  if (last === undefined) return ownEnd;
  const { start, end } = last.span;
  return end > start || last.tag === undefined
    ? end
    : last.start + (/^\S+/.exec(text.slice(last.start))?.[0].length ?? 0);
}

const isMergeKey = ({ key }: Pair<unknown, unknown>): boolean =>
  isScalar(key) && key.value === "<<" && key.type === "PLAIN";

interface SourceToken {
  readonly type: string;
  readonly offset: number;
}

interface ItemTokens {
  readonly start: readonly SourceToken[];
  readonly sep?: readonly SourceToken[];
}

const isDash = ({ type }: SourceToken): boolean => type === "seq-item-ind";

const propertiesAt = (tokens: readonly SourceToken[] | undefined): number | undefined =>
  tokens?.find(({ type }) => type === "tag" || type === "anchor")?.offset;

function sourceTokens(pair: Pair<unknown, unknown>): ItemTokens | undefined {
  const { start = [], sep } = pair.srcToken ?? {};
  return placed(start, sep);
}

/** Those of the items that have a value: the last one may hold comments only. */
function itemTokens(token: { readonly type: string } | undefined): readonly ItemTokens[] {
  if (token === undefined || !("items" in token) || !Array.isArray(token.items)) return [];
  const items: readonly { start: unknown; key?: unknown; sep?: unknown; value?: unknown }[] = token.items;
  return items
    .map(({ start, key, sep, value }) => ({ tokens: placed(start, sep), hasValue: Boolean(key ?? sep ?? value) }))
    .filter(({ tokens, hasValue }) => hasValue || tokens.start.some((one) => isDash(one) || propertiesAt([one])))
    .map(({ tokens }) => tokens);
}

function placed(start: unknown, sep: unknown): ItemTokens {
  return { start: tokensOf(start), ...(sep === undefined ? {} : { sep: tokensOf(sep) }) };
}

const tokensOf = (tokens: unknown): readonly SourceToken[] =>
  (Array.isArray(tokens) ? tokens : []).filter(
    (token: unknown): token is SourceToken => typeof token === "object" && token !== null && "offset" in token,
  );

/**
 * The REST operations of one API, compiled so that a match costs microseconds: by method, number of segments and first
 * literal. Among templates that fit, the more literal one wins (models: 98 % are decided so), then static query parts,
 * then required members of query and headers, then `x-id`.
 */
import type { ApiModel, MemberModel, OperationModel } from "../data/api-index.ts";
import { matchPath, type PathTemplate, parsePathTemplate, type SplitPath } from "./path-template.ts";
import { parameter, type RequestView } from "./request-view.ts";

export interface RestMatch {
  readonly model: ApiModel;
  readonly operation: OperationModel;
  /** Path labels by name, decoded. */
  readonly labels: Readonly<Record<string, string>>;
  readonly rank: MatchRank;
}

/** Compared field by field; see `compareRanks`. */
export interface MatchRank {
  readonly template: string;
  /** `x-id` names this operation. */
  readonly named: boolean;
  readonly queryLiterals: number;
  readonly missing: number;
  readonly required: number;
  readonly deprecated: boolean;
}

interface Row {
  readonly operation: OperationModel;
  readonly template: PathTemplate;
  readonly literals: OperationModel["query"];
  /** Filled on the row's first match: reading the members of every operation would cost its API's first call dearly. */
  required: readonly MemberModel[] | undefined;
}

export interface OperationTable {
  readonly model: ApiModel;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
}

/** JavaScript SDKs add the operation's name to the query under this key; other SDKs do not. */
const OPERATION_HINT = "x-id";

const ANY = "{}";

const rowKey = (method: string, size: number | "greedy", first: string): string => `${method} ${size} ${first}`;

function firstLiteral({ segments }: PathTemplate): string {
  const [first] = segments;
  return first === undefined ? "" : first.kind === "literal" ? first.text : ANY;
}

export function compileOperations(model: ApiModel): OperationTable {
  const rows = new Map<string, Row[]>();
  for (const operation of model.operations.values()) {
    const template = parsePathTemplate(operation.path);
    const size = template.greedyAt < 0 ? template.segments.length : "greedy";
    const key = rowKey(operation.method, size, firstLiteral(template));
    const literals = operation.query.filter(([name]) => name !== OPERATION_HINT);
    rows.set(key, [...(rows.get(key) ?? []), { operation, template, literals, required: undefined }]);
  }
  return { model, rows };
}

/** All operations of the API that this request can be, the best one first among those of equal name only. */
export function matchOperations(table: OperationTable, view: RequestView, path: SplitPath): RestMatch[] {
  const first = decodeURIComponentOr(path.segments[0] ?? "");
  const hint = parameter(view.query, OPERATION_HINT);
  const matches: RestMatch[] = [];
  for (const size of [path.segments.length, "greedy"] as const) {
    for (const start of first === "" ? [first, ANY] : [first, ANY]) {
      for (const row of table.rows.get(rowKey(view.method, size, start)) ?? []) {
        const match = matchRow(row, { view, path, hint });
        if (match !== undefined) matches.push({ model: table.model, ...match });
      }
    }
  }
  return matches;
}

function decodeURIComponentOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

interface Asked {
  readonly view: RequestView;
  readonly path: SplitPath;
  readonly hint: string | undefined;
}

const isRequiredInHead = ({ required, location }: MemberModel): boolean =>
  required && (location === "query" || location === "header");

function matchRow(row: Row, { view, path, hint }: Asked): Omit<RestMatch, "model"> | undefined {
  const literal = ([name, value]: readonly [string, string | undefined]) => {
    const given = parameter(view.query, name);
    return given !== undefined && (value === undefined || given === value);
  };
  if (!row.literals.every(literal)) return undefined;
  const labels = matchPath(row.template, path);
  if (labels === undefined) return undefined;
  row.required ??= row.operation.members.filter(isRequiredInHead);
  const present = row.required.filter(({ location, wireName }) =>
    location === "query"
      ? parameter(view.query, wireName) !== undefined
      : view.header(wireName.toLowerCase()) !== undefined,
  ).length;
  const rank: MatchRank = {
    template: row.template.rank,
    named: hint === row.operation.name,
    queryLiterals: row.literals.length,
    missing: row.required.length - present,
    required: present,
    deprecated: row.operation.deprecated === true,
  };
  return { operation: row.operation, labels, rank };
}

/** Negative where `a` fits better; 0 where nothing in the request tells the two apart. */
export function compareRanks(a: MatchRank, b: MatchRank): number {
  if (a.named !== b.named) return a.named ? -1 : 1;
  if (a.template !== b.template) return a.template < b.template ? -1 : 1;
  return (
    b.queryLiterals - a.queryLiterals ||
    a.missing - b.missing ||
    b.required - a.required ||
    Number(a.deprecated) - Number(b.deprecated)
  );
}

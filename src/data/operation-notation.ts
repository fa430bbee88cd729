/**
 * Reads the one-line notation of an operation in `generated/api/*.json`; `generate/write-operation.ts` is its inverse.
 *
 *     PUT /{Bucket}/{Key+}?tagging host={AccountId}. auth=none deprecated|Bucket!* ?VersionId=versionId* @Tagging#s(TagSet#[s/Tag](Key!*))
 *
 * Before the bar: method and path (`POST /` when left out), host prefix, auth, deprecation. After it one token a member:
 * location mark, name, `=` wire name, `~` query name, `#` type, flags, nested members. A string has no type written.
 */
import type { MemberLocation, MemberModel, MemberType, OperationModel } from "./api-index.ts";

export const LOCATION_MARKS = {
  body: "",
  uri: "/",
  query: "?",
  header: "^",
  headers: "+",
  "query-map": "&",
  payload: "@",
} as const satisfies Record<MemberLocation, string>;

/** Scalars and structures; lists are `[item]`, maps `{value}`. */
export const TYPE_CODES = {
  string: "",
  boolean: "b",
  integer: "i",
  long: "l",
  float: "f",
  double: "d",
  timestamp: "t",
  blob: "o",
  structure: "s",
  document: "j",
  "event-stream": "e",
  list: "[",
  map: "{",
} as const satisfies Record<MemberType, string>;

const inverse = <Name extends string>(codes: Record<Name, string>): ReadonlyMap<string, Name> =>
  new Map(Object.entries<string>(codes).map(([name, code]) => [code, name as Name]));

const LOCATIONS = inverse<MemberLocation>(LOCATION_MARKS);
const TYPES = inverse<MemberType>(TYPE_CODES);

const TOKEN =
  /([/?^+&@]?)([\w.-]+)(?:=([\w.:-]*))?(?:~([\w.:-]+))?(?:#(?:([a-z])|[[{]([a-z[{]?)(?:\/([\w.:-]+))?[\]}]))?([!*%$;]*)(\(?)/y;

interface Cursor {
  readonly text: string;
  at: number;
}

/** Reads member tokens up to the end or the bracket that closes this level. */
function readMembers(cursor: Cursor): readonly MemberModel[] {
  const { text } = cursor;
  const members: MemberModel[] = [];
  while (cursor.at < text.length && text[cursor.at] !== ")") {
    if (text[cursor.at] === " ") cursor.at += 1;
    members.push(readMember(cursor));
  }
  cursor.at += 1;
  return members;
}

function readMember(cursor: Cursor): MemberModel {
  TOKEN.lastIndex = cursor.at;
  const token = TOKEN.exec(cursor.text);
  if (token === null) throw new Error(`generated data: no member at ${cursor.at} of \`${cursor.text}\``);
  const [whole, mark = "", name = "", wireName = name, queryName, code = "", item, itemName, flags = "", nested] =
    token;
  cursor.at += whole.length;
  const container = item === undefined ? undefined : cursor.text[token.index + whole.lastIndexOf("#") + 1];
  return {
    name,
    wireName,
    ...(queryName === undefined ? {} : { queryName }),
    location: LOCATIONS.get(mark) ?? "body",
    type: TYPES.get(container ?? code) ?? "string",
    required: flags.includes("!"),
    sensitive: flags.includes("%"),
    keep: flags.includes("*"),
    ...(flags.includes("$") ? { hostLabel: true as const } : {}),
    ...(flags.includes(";") ? { flattened: true as const } : {}),
    ...(itemName === undefined ? {} : { itemName }),
    ...(item === undefined ? {} : { itemType: TYPES.get(item) ?? ("string" as const) }),
    ...(nested === "(" ? { members: readMembers(cursor) } : {}),
  };
}

/** `?list-type=2&delete` as pairs; a part without `=` has no value. */
export function readStaticQuery(query: string): OperationModel["query"] {
  return query
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const equals = part.indexOf("=");
      return equals < 0 ? [part, undefined] : [part.slice(0, equals), part.slice(equals + 1)];
    });
}

/** Members are read on first use: routing looks at hundreds of operations, input at one. */
class WrittenOperation implements OperationModel {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly query: OperationModel["query"];
  declare readonly hostPrefix?: string;
  declare readonly auth?: "none" | "bearer";
  declare readonly deprecated?: true;
  readonly #written: string;
  #members: readonly MemberModel[] | undefined;

  constructor(name: string, line: string) {
    const bar = line.indexOf("|");
    const words = line.slice(0, bar).split(" ");
    const isRouted = words[1]?.startsWith("/") === true;
    const [path = "/", query = ""] = (isRouted ? (words[1] ?? "/") : "/").split("?");
    this.name = name;
    this.method = isRouted ? (words[0] ?? "POST") : "POST";
    this.path = path;
    this.query = readStaticQuery(query);
    for (const word of words) {
      if (word.startsWith("host=")) this.hostPrefix = word.slice(5);
      else if (word === "auth=none") this.auth = "none";
      else if (word === "auth=bearer") this.auth = "bearer";
      else if (word === "deprecated") this.deprecated = true;
    }
    this.#written = line.slice(bar + 1);
  }

  get members(): readonly MemberModel[] {
    this.#members ??= readMembers({ text: this.#written, at: 0 });
    return this.#members;
  }
}

/** The operation that a line of a generated file describes. */
export function readOperation(name: string, line: string): OperationModel {
  return new WrittenOperation(name, line);
}

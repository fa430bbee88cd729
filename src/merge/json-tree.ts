/** The places of everything in a JSON text. Sole user of `jsonc-parser`; comments and trailing commas are errors, as in JSON. */
import { type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";

/** A value and where it stands; `end` is behind its last character. */
export interface JsonNode {
  readonly kind: "object" | "array" | "string" | "other";
  readonly start: number;
  readonly end: number;
  /** Of strings and other scalars. */
  readonly value: unknown;
  readonly items: readonly JsonNode[];
  /** Of an object, in the order of the text; the last of a repeated name counts, as for every parser. */
  readonly members: ReadonlyMap<string, JsonNode>;
}

export interface JsonProblem {
  readonly offset: number;
  /** Lower case, no full stop. */
  readonly says: string;
}

const SAYS: { readonly [name: string]: string } = {
  InvalidCommentToken: "a comment: JSON has none, and what reads policies refuses it",
  CommaExpected: "a comma is missing",
  ColonExpected: "a colon is missing",
  CloseBraceExpected: "a closing brace is missing",
  CloseBracketExpected: "a closing bracket is missing",
  EndOfFileExpected: "more text behind the end of the JSON value",
};

/** The tree, or the first thing that is wrong. An empty text is no JSON. */
export function parseJson(text: string): JsonNode | JsonProblem {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors.reduce<ParseError | undefined>(
    (a, b) => (a === undefined || b.offset < a.offset ? b : a),
    undefined,
  );
  if (first !== undefined) return { offset: first.offset, says: wordsOf(first) };
  return root === undefined ? { offset: 0, says: "no JSON value" } : nodeOf(root);
}

function wordsOf(error: ParseError): string {
  const name = printParseErrorCode(error.error);
  return SAYS[name] ?? name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}

type ParsedNode = NonNullable<ReturnType<typeof parseTree>>;

function nodeOf({ type, offset, length, value, children = [] }: ParsedNode): JsonNode {
  const members = new Map<string, JsonNode>();
  if (type === "object") {
    for (const { children: [name, member] = [] } of children) {
      if (name !== undefined && member !== undefined) members.set(String(name.value), nodeOf(member));
    }
  }
  return {
    kind: type === "object" || type === "array" || type === "string" ? type : "other",
    start: offset,
    end: offset + length,
    value,
    items: type === "array" ? children.map(nodeOf) : [],
    members,
  };
}

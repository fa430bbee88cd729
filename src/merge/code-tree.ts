/**
 * Literals of TypeScript and Python with their places: as much of the two languages as the modules that we generate hold.
 * What is more than a literal stands as an expression, unread.
 */
import { type Span, syntaxError } from "./source-place.ts";

export type CodeLanguage = "typescript" | "python";

/** A text, or the source of an expression that fills in a part of it. */
export type CodePart = string | { readonly expression: string };

export type CodeNode = Span &
  (
    | { readonly kind: "text"; readonly parts: readonly CodePart[] }
    | { readonly kind: "list"; readonly items: readonly CodeNode[] }
    /** Of a call: its named arguments, those without a name under an empty key. */
    | { readonly kind: "map" | "call"; readonly callee: string; readonly entries: readonly CodeEntry[] }
    | { readonly kind: "expression"; readonly source: string }
  );

export interface CodeEntry {
  readonly key: string;
  readonly value: CodeNode;
}

export interface CodeSource {
  readonly fileName: string;
  readonly text: string;
  readonly language: CodeLanguage;
}

/** The value that begins at `offset`. Throws `InputError` with line, column and caret where a bracket or quote stays open. */
export const codeValueAt = (source: CodeSource, offset: number): CodeNode => new LiteralReader(source, offset).value();

const TRIVIA = {
  typescript: /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y,
  python: /(?:\s|#[^\n]*)*/y,
} as const;

/** Strings without anything filled in. */
const STRINGS = {
  typescript: /"((?:[^"\\\n]|\\[\s\S])*)"|'((?:[^'\\\n]|\\[\s\S])*)'/y,
  python: /(?<!["'])(?:"(?!"")((?:[^"\\\n]|\\[\s\S])*)"|'(?!'')((?:[^'\\\n]|\\[\s\S])*)')/y,
} as const;

/** Of Python, over several lines. */
const LONG_STRING = /"""[\s\S]*?"""|'''[\s\S]*?'''/y;

const BRACES = /\{([^{}]*)\}/y;

/** By their quote: those of TypeScript, and f-strings of Python. */
const TEMPLATES: { readonly [quote: string]: { readonly hole: RegExp; readonly literal: RegExp } } = {
  "`": { hole: /\$\{([^{}]*)\}/y, literal: /(?:[^`\\$]|\\[\s\S]|\$(?!\{))+/y },
  '"': { hole: BRACES, literal: /(?:[^"\\{}\n]|\\[\s\S]|\{\{|\}\})+/y },
  "'": { hole: BRACES, literal: /(?:[^'\\{}\n]|\\[\s\S]|\{\{|\}\})+/y },
};

const WORD = /(?:new\s+)?[A-Za-z_$][\w$.]*/y;
const KEY = /([A-Za-z_$][\w$]*)\s*(?=[:=][^=])/y;
const CLOSING: { readonly [open: string]: string } = { "[": "]", "{": "}", "(": ")" };

class LiteralReader {
  readonly #source: CodeSource;
  #at: number;

  constructor(source: CodeSource, offset: number) {
    this.#source = source;
    this.#at = offset;
  }

  value(): CodeNode {
    this.#skip();
    const start = this.#at;
    const node = this.#simple(start);
    this.#skip();
    if (node !== undefined && /^[,\])};:]?$/.test(this.#next)) return node;
    return this.#expression(start);
  }

  get #next(): string {
    return this.#source.text[this.#at] ?? "";
  }

  #skip(): void {
    this.#take(TRIVIA[this.#source.language]);
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source.text);
    if (found !== null) this.#at += found[0].length;
    return found;
  }

  #fail(says: string, offset = this.#at): never {
    throw syntaxError({ ...this.#source, offset: Math.min(offset, this.#source.text.length), says });
  }

  #simple(start: number): CodeNode | undefined {
    const isPython = this.#source.language === "python";
    const string = this.#take(STRINGS[this.#source.language]);
    if (string !== null) return this.#text(start, [unescaped(string[1] ?? string[2] ?? "")]);
    if (isPython && this.#take(/f(?=["'](?!["']))/y) !== null) return this.#text(start, this.#template(this.#next));
    if (!isPython && this.#take(/(?:pulumi\.interpolate)?(?=`)/y) !== null) {
      return this.#text(start, this.#template("`"));
    }
    if (this.#next === "[")
      return { kind: "list", items: this.#entries("[").map(({ value }) => value), ...this.#from(start) };
    if (this.#next === "{") return { kind: "map", callee: "", entries: this.#entries("{"), ...this.#from(start) };
    const word = this.#take(WORD)?.[0];
    if (word === undefined || this.#next !== "(") return undefined;
    return { kind: "call", callee: word.replace(/^new\s+/, ""), entries: this.#entries("("), ...this.#from(start) };
  }

  #from(start: number): Span {
    return { start, end: this.#at };
  }

  #text(start: number, parts: readonly CodePart[]): CodeNode {
    return { kind: "text", parts, ...this.#from(start) };
  }

  /** Behind the opening quote: literal parts, and `${…}` or `{…}` of expressions without braces. */
  #template(quote: string): readonly CodePart[] {
    const start = this.#at;
    this.#at += 1;
    const { hole, literal } = TEMPLATES[quote] ?? { hole: /$^/y, literal: /$^/y };
    const parts: CodePart[] = [];
    while (this.#next !== quote) {
      const filledIn = quote === "`" || this.#source.text[this.#at + 1] !== "{" ? this.#take(hole) : null;
      const text = filledIn === null ? this.#take(literal)?.[0] : undefined;
      if (filledIn !== null) parts.push({ expression: filledIn[1]?.trim() ?? "" });
      else if (text === undefined) this.#fail("a text that does not end", start);
      else parts.push(unescaped(quote === "`" ? text : text.replace(/([{}])\1/g, "$1")));
    }
    this.#at += 1;
    return parts;
  }

  #entries(open: string): readonly CodeEntry[] {
    const [start, close] = [this.#at, CLOSING[open] ?? ""];
    this.#at += 1;
    const entries: CodeEntry[] = [];
    for (this.#skip(); this.#next !== close; this.#skip()) {
      entries.push(this.#entry(open));
      this.#skip();
      if (this.#next === ",") this.#at += 1;
      else if (this.#next === "") this.#fail(`\`${open}\` is never closed`, start);
      else if (this.#next !== close) this.#fail(`\`,\` or \`${close}\` is missing`);
    }
    this.#at += 1;
    return entries;
  }

  #entry(open: string): CodeEntry {
    const name = open === "[" ? null : this.#take(KEY);
    if (name !== null) {
      this.#at += 1;
      return { key: name[1] ?? "", value: this.value() };
    }
    const value = this.value();
    if (open !== "{" || this.#next !== ":" || value.kind !== "text") return { key: "", value };
    this.#at += 1;
    return { key: value.parts.map((part) => (typeof part === "string" ? part : "*")).join(""), value: this.value() };
  }

  /** To the next comma or bracket that belongs to what is around it. */
  #expression(start: number): CodeNode {
    this.#at = start;
    let depth = 0;
    let end = start;
    for (this.#skip(); this.#next !== "" && !(depth === 0 && /[,\])};]/.test(this.#next)); this.#skip()) {
      if (this.#take(STRINGS[this.#source.language]) === null) {
        if (/[[{(]/.test(this.#next)) depth += 1;
        if (/[\])}]/.test(this.#next)) depth -= 1;
        if (this.#next === "`") this.#template("`");
        else if (this.#take(LONG_STRING) === null) this.#at += 1;
      }
      end = this.#at;
    }
    if (end === start) this.#fail(this.#next === "" ? "the file ends here" : "a value is missing");
    return { kind: "expression", source: this.#source.text.slice(start, end), start, end };
  }
}

const CONTROLS: { readonly [letter: string]: string } = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "\n": "" };

function unescaped(literal: string): string {
  const pattern =
    /\\(u\{0*(?:10[\da-fA-F]{4}|[\da-fA-F]{1,5})\}|u[\da-fA-F]{4}|U00(?:10|0[\da-fA-F])[\da-fA-F]{4}|x[\da-fA-F]{2}|[\s\S])/g;
  return literal.replace(pattern, (_, sign: string) =>
    /^[uUx]./.test(sign)
      ? String.fromCodePoint(Number.parseInt(sign.replace(/[^0-9a-fA-F]/g, ""), 16))
      : (CONTROLS[sign] ?? sign),
  );
}

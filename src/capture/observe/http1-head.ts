/** Reads the text of an HTTP/1 head (RFC 9112 sections 2 to 5). The inverse of no one: heads are never written here. */
import type { HeaderField } from "../captured-exchange.ts";
import { LostPlace } from "./lost-place.ts";
import type { ObservedRequestHead } from "./observed-exchange.ts";

/** The target begins with no white space, so that no other way to share out a long row of spaces is tried. */
const REQUEST_LINE = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+) +(\S(?:.*\S)?) +HTTP\/1\.([01])$/;
const STATUS_LINE = /^HTTP\/1\.([01]) +([1-9]\d\d)(?: |$)/;
const FIELD_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** RFC 9112 section 2.2: a CR elsewhere than before LF makes the element invalid; NUL: RFC 9110 section 5.5. */
const FORBIDDEN = /\r(?!\n)|\0/;

export interface Http1ResponseHead {
  readonly status: number;
  readonly httpVersion: "1.0" | "1.1";
  readonly headers: readonly HeaderField[];
}

export type Http1RequestHead = ObservedRequestHead & { readonly httpVersion: "1.0" | "1.1" };

export function parseRequestHead(text: string): Http1RequestHead {
  const { startLine, headers } = parseLines(text);
  const [matched, method, target, minor] = REQUEST_LINE.exec(startLine) ?? [];
  if (matched === undefined || method === undefined || target === undefined) throw new LostPlace("no request line");
  return {
    httpVersion: minor === "0" ? "1.0" : "1.1",
    method,
    target,
    host: valuesOf(headers, "host")[0] ?? "",
    headers,
  };
}

export function parseResponseHead(text: string): Http1ResponseHead {
  const { startLine, headers } = parseLines(text);
  const [matched, minor, status] = STATUS_LINE.exec(startLine) ?? [];
  if (matched === undefined) throw new LostPlace("no status line");
  return { status: Number(status), httpVersion: minor === "0" ? "1.0" : "1.1", headers };
}

/** The values of all fields of that name (given in lower case), in order. */
export function valuesOf(headers: readonly HeaderField[], lowerCaseName: string): readonly string[] {
  const values: string[] = [];
  for (const [name, value] of headers) {
    if (name.length === lowerCaseName.length && name.toLowerCase() === lowerCaseName) values.push(value);
  }
  return values;
}

function parseLines(text: string): { startLine: string; headers: HeaderField[] } {
  if (FORBIDDEN.test(text)) throw new LostPlace("bare CR or NUL in a head");
  const headers: HeaderField[] = [];
  const folds: string[] = [];
  let lineEnd = text.indexOf("\n");
  const startLine = lineAt(text, 0, lineEnd);
  for (let at = lineEnd + 1; at < text.length; at = lineEnd + 1) {
    lineEnd = text.indexOf("\n", at);
    const line = lineAt(text, at, lineEnd);
    if (line.startsWith(" ") || line.startsWith("\t")) {
      folds.push(line);
      continue;
    }
    if (folds.length > 0) unfold(headers, folds.splice(0));
    if (line !== "") addField(headers, line);
  }
  return { startLine, headers };
}

function lineAt(text: string, start: number, lineEnd: number): string {
  return text.slice(start, text[lineEnd - 1] === "\r" ? lineEnd - 1 : lineEnd);
}

function addField(headers: HeaderField[], line: string): void {
  const colon = line.indexOf(":");
  const name = line.slice(0, colon);
  // White space before the colon is refused too: RFC 9112 section 5.1 calls it a way to smuggle requests.
  if (colon === -1 || !FIELD_NAME.test(name)) throw new LostPlace("malformed header field");
  headers.push([name, trimmed(line.slice(colon + 1))]);
}

/** obs-fold (RFC 9112 section 5.2): lines that begin with white space go on the value before them. */
function unfold(headers: HeaderField[], lines: readonly string[]): void {
  const folded = headers.pop();
  if (folded === undefined) throw new LostPlace("malformed header field");
  const parts = [folded[1], ...lines.map(trimmed)].filter((part) => part !== "");
  headers.push([folded[0], parts.join(" ")]);
}

/** Without optional white space, which is SP and HTAB only (RFC 9110 section 5.6.3). */
function trimmed(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && isBlank(value.charCodeAt(start))) start += 1;
  while (end > start && isBlank(value.charCodeAt(end - 1))) end -= 1;
  return value.slice(start, end);
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09;

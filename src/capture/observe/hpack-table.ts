/** The static and the dynamic table of HPACK (RFC 7541 section 2.3), as their decoder sees them. */
import type { HeaderField } from "../captured-exchange.ts";
import { LostPlace } from "./lost-place.ts";

/** RFC 7541 appendix A, from index 1 on; a space between name and value. */
const STATIC: readonly HeaderField[] = `:authority
:method GET
:method POST
:path /
:path /index.html
:scheme http
:scheme https
:status 200
:status 204
:status 206
:status 304
:status 400
:status 404
:status 500
accept-charset
accept-encoding gzip, deflate
accept-language
accept-ranges
accept
access-control-allow-origin
age
allow
authorization
cache-control
content-disposition
content-encoding
content-language
content-length
content-location
content-range
content-type
cookie
date
etag
expect
expires
from
host
if-match
if-modified-since
if-none-match
if-range
if-unmodified-since
last-modified
link
location
max-forwards
proxy-authenticate
proxy-authorization
range
referer
refresh
retry-after
server
set-cookie
strict-transport-security
transfer-encoding
user-agent
vary
via
www-authenticate`
  .split("\n")
  .map((line) => {
    const space = line.indexOf(" ");
    return space === -1 ? [line, ""] : [line.slice(0, space), line.slice(space + 1)];
  });

/** RFC 7541 section 4.1. */
const ENTRY_OVERHEAD = 32;

/** What a field counts for in tables and lists (RFC 7541 section 4.1, RFC 9113 section 10.5.1). */
export const sizeOfField = ([name, value]: HeaderField): number => name.length + value.length + ENTRY_OVERHEAD;

export class HpackTable {
  /** Oldest first; those before `#first` are evicted. */
  #entries: HeaderField[] = [];
  #first = 0;
  #size = 0;
  #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** The field of that index: the static table, then the dynamic one from its newest entry. Throws `LostPlace`. */
  field(index: number): HeaderField {
    const at = this.#entries.length - (index - STATIC.length);
    const found = index <= STATIC.length ? STATIC[index - 1] : at >= this.#first ? this.#entries[at] : undefined;
    if (found === undefined) throw new LostPlace("invalid HPACK: index beyond the tables");
    return found;
  }

  add(field: HeaderField): void {
    this.#entries.push(field);
    this.#size += sizeOfField(field);
    this.#evict();
  }

  resize(capacity: number): void {
    this.#capacity = capacity;
    this.#evict();
  }

  #evict(): void {
    while (this.#size > this.#capacity) {
      const oldest = this.#entries[this.#first];
      if (oldest === undefined) break;
      this.#size -= sizeOfField(oldest);
      this.#first += 1;
    }
    if (this.#first < 64 || this.#first * 2 < this.#entries.length) return;
    this.#entries = this.#entries.slice(this.#first);
    this.#first = 0;
  }
}

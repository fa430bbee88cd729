/** Lines that are written once when seen first and again, with a count, at each flush after more of them were seen. */

interface Entry<T> {
  readonly what: T;
  count: number;
  written: number;
}

export interface TallyOptions<T> {
  readonly line: (what: T, count: number) => string;
  readonly write: (line: string) => void;
  /** Distinct lines beyond this are dropped; told through `full`. */
  readonly limit: number;
  readonly full: () => void;
}

export class Tally<T> {
  readonly #options: TallyOptions<T>;
  readonly #entries = new Map<string, Entry<T>>();

  constructor(options: TallyOptions<T>) {
    this.#options = options;
  }

  add(what: T): void {
    const key = this.#options.line(what, 1);
    const known = this.#entries.get(key);
    if (known !== undefined) {
      known.count += 1;
      return;
    }
    if (this.#entries.size >= this.#options.limit) {
      this.#options.full();
      return;
    }
    this.#entries.set(key, { what, count: 1, written: 1 });
    this.#options.write(key);
  }

  /** Writes the counts that changed. */
  flush(): void {
    for (const entry of this.#entries.values()) {
      if (entry.count === entry.written) continue;
      entry.written = entry.count;
      this.#options.write(this.#options.line(entry.what, entry.count));
    }
  }

  /** The lines that a file without any earlier ones would need. */
  *lines(): Generator<string> {
    for (const { what, count } of this.#entries.values()) yield this.#options.line(what, count);
  }
}

/** A read-only map whose values are made from their written form on first use, so that a big model costs only what is read. */

/** Iterates in the order of `sources`; every value is made at most once, so that a key always yields the same object. */
export class LazyMap<Source, Value> implements ReadonlyMap<string, Value> {
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #read: (source: Source, key: string) => Value;
  readonly #values = new Map<string, Value>();

  constructor(sources: ReadonlyMap<string, Source>, read: (source: Source, key: string) => Value) {
    this.#sources = sources;
    this.#read = read;
  }

  get size(): number {
    return this.#sources.size;
  }

  has(key: string): boolean {
    return this.#sources.has(key);
  }

  get(key: string): Value | undefined {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const source = this.#sources.get(key);
    return source === undefined ? undefined : this.#make(key, source);
  }

  keys(): MapIterator<string> {
    return this.#sources.keys();
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  *entries(): MapIterator<[string, Value]> {
    for (const [key, source] of this.#sources) yield [key, this.#values.get(key) ?? this.#make(key, source)];
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  forEach(visit: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }

  #make(key: string, source: Source): Value {
    const value = this.#read(source, key);
    this.#values.set(key, value);
    return value;
  }
}

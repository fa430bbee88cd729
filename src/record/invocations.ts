/** The SDK calls that may still be retried: bounded, because nothing says when a call is over for good. */
export class Invocations<T> {
  readonly #known = new Map<string, T>();
  readonly #limit: number;

  constructor(limit = 10_000) {
    this.#limit = limit;
  }

  get(id: string): T | undefined {
    return this.#known.get(id);
  }

  /** Remembers the newest attempt; the invocation that was quiet for longest is forgotten first. */
  set(id: string, value: T): void {
    this.#known.delete(id);
    this.#known.set(id, value);
    if (this.#known.size <= this.#limit) return;
    for (const oldest of this.#known.keys()) {
      this.#known.delete(oldest);
      return;
    }
  }
}

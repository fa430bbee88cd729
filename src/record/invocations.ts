/** The SDK calls that may still be retried: bounded, because nothing says when a call is over for good. */
export class Invocations<T> {
  /** Two ages instead of one order: taking the oldest of many out of a map, one by one, costs more than all the rest. */
  #recent = new Map<string, T>();
  #earlier = new Map<string, T>();
  readonly #limit: number;

  /** The newest `limit` are remembered, and at most as many again. */
  constructor(limit = 10_000) {
    this.#limit = limit;
  }

  get(id: string): T | undefined {
    return this.#recent.get(id) ?? this.#earlier.get(id);
  }

  /** Remembers the newest attempt; invocations that were quiet for longest are forgotten first. */
  set(id: string, value: T): void {
    this.#recent.set(id, value);
    if (this.#recent.size < this.#limit) return;
    this.#earlier = this.#recent;
    this.#recent = new Map();
  }
}

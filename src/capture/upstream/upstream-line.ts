/** The way to one upstream for one client connection: dialled ahead where the client waits for it, again where needed. */
import type { Socket } from "node:net";
import type { SecureContext } from "node:tls";
import type { Authority } from "../authority.ts";
import { dial } from "./dial.ts";

export interface LineOptions {
  readonly target: Authority;
  readonly outerProxy: URL | undefined;
  readonly ownPort: number;
  readonly loopback?: boolean;
  readonly proxyTrust?: () => SecureContext | undefined;
}

export class UpstreamLine {
  readonly #options: LineOptions;
  readonly #wanted = new AbortController();
  #prepared: Socket | undefined;
  #current: Socket | undefined;

  constructor(options: LineOptions) {
    this.#options = options;
  }

  get target(): Authority {
    return this.#options.target;
  }

  /** Dials now; the connection waits for `open`. Rejects with `UpstreamFailure`. */
  async prepare(): Promise<Socket> {
    this.#prepared = await this.#dial();
    return this.#prepared;
  }

  /** A connected socket that nobody has used: the prepared one first. Rejects with `UpstreamFailure`. */
  async open(): Promise<Socket> {
    const prepared = this.#prepared;
    this.#prepared = undefined;
    return prepared ?? this.#dial();
  }

  /** Nobody wants the upstream any more: ends what is being dialled or shaken hands with. */
  abandon(): void {
    this.#wanted.abort();
    this.#current?.destroy();
  }

  /** From now on the connection belongs to the splice. */
  release(): void {
    this.#current = undefined;
  }

  async #dial(): Promise<Socket> {
    this.#current?.destroy();
    const socket = await dial({ ...this.#options, signal: this.#wanted.signal });
    this.#current = socket;
    if (this.#wanted.signal.aborted) socket.destroy();
    return socket;
  }
}

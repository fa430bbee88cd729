/**
 * One end of a connection as a script drives it, and all that can be observed there: what arrived, and how it ended.
 * The same class stands at the client's end and at the server's.
 */
import { createHash } from "node:crypto";
import type { Socket } from "node:net";
import { type ConnectionEnd, wasReset } from "../../../src/capture/splice.ts";

/** What is kept of the bytes to show where two runs differ; the hash covers them all. */
const KEPT = 64 * 1024;

/** A script waited for something that will not come, because the other side has ended the connection. */
export class Over extends Error {}

export interface ConnectionLog {
  readonly length: number;
  readonly hash: string;
  /** The first bytes. */
  readonly start: string;
  /** `end`, then `closed`; or the code of the error that it ended with. */
  readonly ending: string;
}

export class Peer {
  readonly stream: Socket;
  readonly #tcp: Socket;
  readonly #hash = createHash("sha256");
  #length = 0;
  #start = "";
  #unread: Buffer = Buffer.alloc(0);
  readonly #ending: string[] = [];
  readonly #wake = new Set<() => void>();

  constructor({ stream, tcp }: ConnectionEnd) {
    this.stream = stream;
    this.#tcp = tcp;
    stream.on("data", (chunk: Buffer) => this.#arrived(chunk));
    stream.once("end", () => this.#ended(wasReset({ stream, tcp }) ? "ECONNRESET" : "end"));
    // Which of the two a writer is told after a reset is chance, with us or without.
    stream.on("error", (error: NodeJS.ErrnoException) =>
      this.#ended(error.code === "EPIPE" ? "ECONNRESET" : error.code),
    );
    // Without a tls.Server in between, `_tlsError` is all that a server-side TLSSocket tells of an error.
    stream.on("_tlsError", (error: NodeJS.ErrnoException) => {
      this.#ended(error.code);
      stream.destroy();
    });
    if (stream !== tcp) tcp.on("error", () => {});
    stream.once("close", () => this.#ended("closed"));
    stream.resume();
  }

  get over(): boolean {
    return this.#ending.length > 0;
  }

  get closed(): boolean {
    return this.#ending.includes("closed");
  }

  /** Bytes received so far. */
  get length(): number {
    return this.#length;
  }

  get log(): ConnectionLog {
    const failure = this.#ending.find((what) => what !== "end" && what !== "closed");
    const ending = failure ?? (this.#ending.join(", ") || "open");
    return { length: this.#length, hash: this.#hash.copy().digest("hex"), start: this.#start, ending };
  }

  /** Takes what arrived up to and with this text, or so many bytes. Rejects with `Over` where the connection ends before. */
  async until(what: string | number): Promise<string> {
    for (;;) {
      const end = typeof what === "number" ? what : this.#unread.indexOf(what) + what.length;
      const complete = typeof what === "number" ? this.#unread.length >= what : end >= what.length;
      if (complete) {
        const taken = this.#unread.toString("latin1", 0, end);
        this.#unread = this.#unread.subarray(end);
        return taken;
      }
      await this.#news(`no ${what}`);
    }
  }

  /** Takes so many bytes without keeping them. */
  async swallow(count: number): Promise<void> {
    for (let left = count; ; ) {
      const taken = Math.min(left, this.#unread.length);
      this.#unread = this.#unread.subarray(taken);
      left -= taken;
      if (left === 0) return;
      await this.#news(`${left} of ${count} bytes missing`);
    }
  }

  /** Writes, and waits while the other side takes no more. */
  async send(...chunks: readonly (string | Buffer)[]): Promise<void> {
    for (const chunk of chunks) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk, "latin1") : chunk;
      if (this.stream.write(bytes) || this.stream.destroyed) continue;
      await new Promise<void>((resolve) => {
        const go = (): void => {
          this.stream.off("drain", go).off("close", go);
          resolve();
        };
        this.stream.once("drain", go).once("close", go);
      });
    }
  }

  /** Hands over what was written, then ends this direction. */
  end(): void {
    this.stream.end();
  }

  /** Ends both directions without a word. */
  reset(): void {
    this.#tcp.resetAndDestroy();
  }

  /** The other side has ended its direction, in order or not. */
  async otherEnded(): Promise<void> {
    while (!this.over) await this.#news("").catch(() => {});
  }

  async gone(): Promise<void> {
    while (!this.closed) await new Promise<void>((resolve) => this.#wake.add(resolve));
  }

  #arrived(chunk: Buffer): void {
    this.#hash.update(chunk);
    this.#length += chunk.length;
    if (this.#start.length < KEPT) this.#start += chunk.toString("latin1", 0, KEPT - this.#start.length);
    this.#unread = this.#unread.length === 0 ? chunk : Buffer.concat([this.#unread, chunk]);
    this.#notify();
  }

  #ended(how = "failed"): void {
    if (!this.#ending.includes(how)) this.#ending.push(how);
    this.#notify();
  }

  #notify(): void {
    const waiting = [...this.#wake];
    this.#wake.clear();
    for (const wake of waiting) wake();
  }

  async #news(missing: string): Promise<void> {
    if (this.over) throw new Over(missing);
    await new Promise<void>((resolve) => this.#wake.add(resolve));
  }
}

/** Cuts one direction of an HTTP/1 connection into messages: head, content, end, and again. It knows no pairing. */
import { type BodyWalker, bodyWalker, type OnContent } from "./http1-body.ts";
import type { BodyFraming } from "./http1-framing.ts";
import { HeadScanner } from "./http1-head-scanner.ts";

export interface MessageListener {
  /** The text of a head; the answer says how its body is framed. */
  readonly head: (text: string) => BodyFraming;
  readonly content: OnContent;
  /** The message is complete; follows every head. */
  readonly ended: () => void;
}

export class MessageReader {
  readonly #listener: MessageListener;
  readonly #scanner = new HeadScanner();
  #body: BodyWalker | undefined;

  constructor(listener: MessageListener) {
    this.#listener = listener;
  }

  read(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length)
      at = this.#body === undefined ? this.#readHead(chunk, at) : this.#walk(this.#body, chunk, at);
  }

  /** The rest of the current body will not come: the next bytes are a head. */
  skipBody(): void {
    this.#body = undefined;
  }

  #readHead(chunk: Buffer, start: number): number {
    const stop = this.#scanner.scan(chunk, start);
    const text = this.#scanner.take();
    if (text === undefined) return stop;
    const framing = this.#listener.head(text);
    if (framing.kind === "none") this.#listener.ended();
    else this.#body = bodyWalker(framing);
    return stop;
  }

  #walk(body: BodyWalker, chunk: Buffer, start: number): number {
    const stop = body.walk(chunk, start, this.#listener.content);
    if (body.ended) {
      this.#body = undefined;
      this.#listener.ended();
    }
    return stop;
  }
}

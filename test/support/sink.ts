/** A stream that keeps what is written to it, and can break like one whose reader went away. */
import { EventEmitter } from "node:events";
import type { Sink } from "../../src/cli/output.ts";

export class KeepingSink implements Sink {
  text = "";
  readonly isTTY: boolean;
  readonly #events = new EventEmitter();

  constructor(isTTY = false) {
    this.isTTY = isTTY;
  }

  write(text: string, done: () => void): boolean {
    this.text += text;
    done();
    return true;
  }

  on(event: "error", listener: (error: NodeJS.ErrnoException) => void): void {
    this.#events.on(event, listener);
  }

  break(): void {
    this.#events.emit("error", Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
  }
}

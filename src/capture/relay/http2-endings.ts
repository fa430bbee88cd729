/**
 * The end of one side of an HTTP/2 connection that came without GOAWAY (RFC 9113 9.1). No session of Node's tells of it, because
 * both connections were opened to stay half open; their streams would wait for ever.
 */
import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  constants,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from "node:http2";
import type { Conversation } from "./conversation.ts";

/** The streams of the client that are open, and what became of each. */
export class OpenStreams {
  /** Undefined: it has not been passed on. */
  readonly #open = new Map<ServerHttp2Stream, ClientHttp2Stream | undefined>();

  add(stream: ServerHttp2Stream): void {
    this.#open.set(stream, undefined);
    stream.once("close", () => this.#open.delete(stream));
  }

  passed(stream: ServerHttp2Stream, outgoing: ClientHttp2Stream): void {
    if (this.#open.has(stream)) this.#open.set(stream, outgoing);
  }

  /** The upstream's answers are here as a whole, though the client may not have read them all. */
  get areAnswered(): boolean {
    return [...this.#open].every(([stream, outgoing]) => stream.closed || stream.writableEnded || isWhole(outgoing));
  }
}

function isWhole(outgoing: ClientHttp2Stream | undefined): boolean {
  if (outgoing === undefined) return false;
  if (outgoing.closed) return outgoing.rstCode === constants.NGHTTP2_NO_ERROR;
  return outgoing.state.state === constants.NGHTTP2_STREAM_STATE_HALF_CLOSED_REMOTE;
}

interface Sessions {
  readonly client: ServerHttp2Session;
  readonly upstream: ClientHttp2Session;
}

/** What the upstream leaves unanswered breaks off for the client as it would without us; what a client leaves is given up. */
export function endTogether(conversation: Conversation, { client, upstream }: Sessions, open: OpenStreams): void {
  const { ends } = conversation;
  const upstreamLeft = (): void => {
    if (open.areAnswered) client.close();
    else conversation.break();
  };
  // INVARIANT: no session is ever without an error listener.
  client.on("error", () => upstream.destroy());
  upstream.on("error", upstreamLeft).once("close", upstreamLeft);
  ends.upstream.stream.once("end", upstreamLeft);
  ends.client.stream.once("end", () => client.destroy());
}

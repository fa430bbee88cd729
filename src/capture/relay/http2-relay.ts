/** Relays one HTTP/2 connection stream by stream (RFC 9113), each request asked about before it goes on. */
import {
  type ClientHttp2Session,
  connect,
  constants,
  performServerHandshake,
  type ServerHttp2Stream,
} from "node:http2";
import type { ObservedExchange } from "../observe/observed-exchange.ts";
import type { Conversation } from "./conversation.ts";
import { BodyBroken, type HeldBody, holdBody, NOTHING_HELD } from "./held-body.ts";
import { namesSeveralServers } from "./host-conflict.ts";
import { endTogether, OpenStreams } from "./http2-endings.ts";
import { answerStream, passStream, trailersOf } from "./http2-pass.ts";
import { fieldPairs, fieldValues } from "./message-fields.ts";
import { type Begun, bytesToHold, signedAnew } from "./signed-anew.ts";

/** Node's own bounds are for servers in the open: many large uploads at once are nothing unusual here. */
const SESSION = {
  maxSessionMemory: 1000,
  maxHeaderListPairs: 2000,
  settings: { initialWindowSize: 1024 * 1024, maxHeaderListSize: 256 * 1024, enablePush: false },
} as const;
const CONNECTION_WINDOW = 16 * 1024 * 1024;

export async function relayHttp2(conversation: Conversation): Promise<void> {
  const { ends, connection } = conversation;
  const upstream = connect(`http://${connection.authority}`, {
    ...SESSION,
    createConnection: () => ends.upstream.stream,
  });
  const { enablePush: _, ...settings } = SESSION.settings;
  // Only a tls.Server would have told the socket that its handshake is over, which HTTP/2 waits for.
  if ("secureConnecting" in ends.client.stream) Object.assign(ends.client.stream, { secureConnecting: false });
  const client = performServerHandshake(ends.client.stream, { ...SESSION, settings });
  const open = new OpenStreams();
  endTogether(conversation, { client, upstream }, open);
  client.setLocalWindowSize(CONNECTION_WINDOW);
  upstream.once("connect", () => upstream.setLocalWindowSize(CONNECTION_WINDOW));
  // Each side closes in order as the other does: no new streams, open ones to their end (RFC 9113 6.8).
  client.once("close", () => upstream.close());
  client.on("goaway", () => upstream.close());
  upstream.on("goaway", (code: number, _: number, data?: Buffer) => {
    if (code !== constants.NGHTTP2_NO_ERROR) client.goaway(code, 0, data);
    client.close();
  });
  client.on("stream", (stream: ServerHttp2Stream, _: unknown, flags: number, flat: string[]) => {
    open.add(stream);
    void take({
      conversation,
      open,
      upstream,
      stream,
      flat,
      isWhole: (flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0,
    });
  });
}

interface Taken {
  readonly conversation: Conversation;
  readonly open: OpenStreams;
  readonly upstream: ClientHttp2Session;
  readonly stream: ServerHttp2Stream;
  /** Names and values in turn, pseudo-header fields among them. */
  readonly flat: readonly string[];
  /** There is no body. */
  readonly isWhole: boolean;
}

/** What goes wrong with one stream ends that one alone. */
async function take({ conversation, open, upstream, stream, flat, isWhole }: Taken): Promise<void> {
  stream.on("error", () => {});
  const trailers = trailersOf(stream);
  const fields = fieldPairs(flat);
  if (isForSeveral(conversation, fields)) return stream.close(constants.NGHTTP2_PROTOCOL_ERROR);
  const exchange = begin(conversation, fields);
  stream.once("close", () => {
    exchange.abandon("stream-reset");
    conversation.ended(exchange);
  });
  try {
    const target = fieldValues(fields, ":path")[0] ?? "";
    const begun = { conversation, exchange, fields };
    const held = isWhole ? { chunks: [], ended: true } : await hold(stream, begun, target);
    const judged = exchange.decide(!held.ended);
    const method = fieldValues(fields, ":method")[0] ?? "";
    const signed = judged ?? (await signedAnew(conversation, { method, target, fields, held }));
    if ("status" in signed) answerStream({ stream, exchange, answer: signed });
    else open.passed(stream, passStream({ upstream, stream, exchange, held, trailers, ...signed }));
  } catch (error) {
    // A session that is closing takes no stream: the client may send it again elsewhere (RFC 9113 8.7).
    stream.close(error instanceof BodyBroken ? constants.NGHTTP2_CANCEL : constants.NGHTTP2_REFUSED_STREAM);
  }
}

/** Told: the client sees no more than the end of its stream. */
function isForSeveral({ connection, ends }: Conversation, fields: ReturnType<typeof fieldPairs>): boolean {
  const hosts = [...fieldValues(fields, ":authority"), ...fieldValues(fields, "host")];
  if (!namesSeveralServers({ hosts, target: "", scheme: ends.facts.scheme })) return false;
  const { authority, context } = connection;
  context.notice({ kind: "refused", authority, detail: "the request names several servers" });
  return true;
}

function begin(conversation: Conversation, fields: ReturnType<typeof fieldPairs>): ObservedExchange {
  const pseudo = (name: string): string => fieldValues(fields, name)[0] ?? "";
  const headers = fields.filter(([name]) => !name.startsWith(":"));
  const host = pseudo(":authority") || (fieldValues(headers, "host")[0] ?? "");
  return conversation.begin({ httpVersion: "2", method: pseudo(":method"), target: pseudo(":path"), host, headers });
}

async function hold(stream: ServerHttp2Stream, begun: Begun, target: string): Promise<HeldBody> {
  const { exchange, fields } = begun;
  const limit = bytesToHold(begun, target);
  if (limit === 0) return NOTHING_HELD;
  if (fieldValues(fields, "expect").some((value) => value.toLowerCase() === "100-continue")) {
    stream.additionalHeaders({ ":status": 100 });
  }
  return holdBody(stream, limit, (chunk) => exchange.requestBytes(chunk, 0, chunk.length));
}

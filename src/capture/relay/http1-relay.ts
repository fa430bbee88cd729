/** Relays the requests of one HTTP/1 connection, each asked about before it goes on. Ends stay as far open as they are. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { peek } from "../peek.ts";
import { refuse } from "../refusal.ts";
import type { Conversation } from "./conversation.ts";
import { BodyBroken, type HeldBody, holdBody, NOTHING_HELD } from "./held-body.ts";
import { contradictsTarget, namesSeveralServers } from "./host-conflict.ts";
import { answerItself } from "./http1-answer.ts";
import { LONGEST_HEAD, passMessage } from "./http1-pass.ts";
import { asksForUpgrade, relayUpgrade } from "./http1-upgrade.ts";
import { fieldPairs, fieldValues } from "./message-fields.ts";
import { runPasses } from "./pass-list.ts";
import { type Begun, bytesToHold, signedAnew } from "./signed-anew.ts";
import { passUnasked } from "./unasked-answer.ts";
import { UpstreamAgent } from "./upstream-agent.ts";

/** Rejects with `EndedEarly` where the client never speaks. */
export async function relayHttp1(conversation: Conversation): Promise<void> {
  const { client, upstream } = conversation.ends;
  const stopPassing = passUnasked(upstream.stream, client.stream);
  const head = await peek(client.stream, firstHead).finally(stopPassing);
  conversation.clientSpoke();
  if (asksForUpgrade(head)) return relayUpgrade(conversation, head);
  new Http1Relay(conversation).start();
}

/** The text of the first head, or of what cannot become one. */
function firstHead(bytes: Buffer): string | undefined {
  const end = bytes.indexOf("\r\n\r\n");
  if (end >= 0) return bytes.toString("latin1", 0, end + 2);
  return bytes.length > LONGEST_HEAD || bytes.includes("\n\n") ? "" : undefined;
}

class Http1Relay {
  readonly #conversation: Conversation;
  readonly #agent: UpstreamAgent;
  readonly #server: Server;
  /** Requests go on in the order in which they came, whatever judging one takes. */
  #turn: Promise<void> = Promise.resolve();
  #unanswered = 0;
  #isClosing = false;
  readonly #unsent = new Set<IncomingMessage>();

  constructor(conversation: Conversation) {
    this.#conversation = conversation;
    this.#agent = new UpstreamAgent(conversation.ends.upstream.stream, conversation.ends.client.stream);
    const take = (request: IncomingMessage, response: ServerResponse): void => this.#take(request, response);
    const options = { maxHeaderSize: LONGEST_HEAD, keepAlive: false, noDelay: true, requireHostHeader: false };
    this.#server = createServer(options, take)
      // Their answer is the upstream's to give.
      .on("checkContinue", take)
      .on("checkExpectation", take)
      .on("clientError", (error: NodeJS.ErrnoException) => this.#malformed(error))
      .on("connect", () => conversation.break());
    // Deadlines and half-open connections are for the two ends to judge. Node's types do not know the last one.
    Object.assign(this.#server, { timeout: 0, keepAliveTimeout: 0, httpAllowHalfOpen: true });
    // Node would leave out what is more than a thousand fields, without a word.
    this.#server.maxHeadersCount = 0;
  }

  start(): void {
    const { client, upstream } = this.#conversation.ends;
    const close = (): void => {
      this.#isClosing = true;
      this.#endIfDone();
    };
    upstream.stream.once("end", close).once("close", close);
    client.stream.once("end", close).once("end", () => this.#endIfSent());
    client.stream.once("close", () => {
      this.#agent.destroy();
      upstream.stream.destroy();
    });
    if (upstream.stream.destroyed) close();
    this.#server.emit("connection", client.stream);
    client.stream.resume();
  }

  #take(request: IncomingMessage, response: ServerResponse): void {
    const { facts } = this.#conversation.ends;
    const hosts = fieldValues(fieldPairs(request.rawHeaders), "host");
    if (contradictsTarget(facts, hosts[0] ?? "")) {
      this.#refuse("the Host field names another server than the target");
      return;
    }
    if (namesSeveralServers({ hosts, target: request.url ?? "", scheme: facts.scheme })) {
      this.#refuse("the request names several servers");
      return;
    }
    this.#unanswered += 1;
    this.#unsent.add(request);
    // What goes wrong with either shows in the socket, or in the other end.
    request.on("error", () => {});
    response.on("error", () => {});
    response.once("close", () => {
      this.#unanswered -= 1;
      this.#sent(request);
      this.#endIfDone();
    });
    this.#turn = this.#turn.then(() => this.#judge(request, response)).catch(() => this.#conversation.break());
  }

  async #judge(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const conversation = this.#conversation;
    const fields = fieldPairs(request.rawHeaders);
    const exchange = conversation.begin({
      httpVersion: request.httpVersion === "1.0" ? "1.0" : "1.1",
      method: request.method ?? "",
      target: request.url ?? "",
      host: request.headers.host ?? "",
      headers: fields,
    });
    response.once("close", () => {
      exchange.abandon("connection-closed");
      conversation.ended(exchange);
    });
    try {
      const target = request.url ?? "";
      const held = await hold(request, response, { conversation, exchange, fields });
      const judged = exchange.decide(!held.ended);
      const signed = judged ?? (await signedAnew(conversation, { method: request.method ?? "", target, fields, held }));
      if ("status" in signed) answerItself({ request, response, exchange, answer: signed });
      else {
        const message = {
          conversation,
          agent: this.#agent,
          exchange,
          held,
          ...signed,
          onSent: () => this.#sent(request),
        };
        runPasses(request, response, { pass: passMessage(message) });
      }
    } catch (error) {
      if (!(error instanceof BodyBroken)) throw error;
    }
  }

  #sent(request: IncomingMessage): void {
    if (this.#unsent.delete(request)) this.#endIfSent();
  }

  /** The client will ask for nothing more: the upstream hears so. */
  #endIfSent(): void {
    const { client, upstream } = this.#conversation.ends;
    if (client.stream.readableEnded && this.#unsent.size === 0) upstream.stream.end();
  }

  /** One side will send no more: what is under way is answered, and that is the end. */
  #endIfDone(): void {
    if (this.#isClosing && this.#unanswered === 0) this.#conversation.ends.client.stream.end();
  }

  /** Among them what servers read differently (RFC 9112 6.3): several lengths, or a length beside a transfer coding. */
  #malformed({ code }: NodeJS.ErrnoException): void {
    const { ends } = this.#conversation;
    const hasLeft = code === "ECONNRESET" || code === "HPE_INVALID_EOF_STATE";
    if (hasLeft || ends.client.stream.writableEnded) this.#conversation.break();
    else this.#refuse(`malformed request: ${code ?? "unknown"}`);
  }

  #refuse(message: string): void {
    const { connection, ends } = this.#conversation;
    connection.context.notice({ kind: "refused", authority: connection.authority, detail: message });
    refuse(ends.client.stream, { status: 400, message });
  }
}

/** As much of the body as judging the request takes. */
async function hold(request: IncomingMessage, response: ServerResponse, begun: Begun): Promise<HeldBody> {
  const { exchange } = begun;
  const { headers } = request;
  const hasBody = headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
  const limit = bytesToHold(begun, request.url ?? "");
  if (!hasBody) return { chunks: [], ended: true };
  if (limit === 0) return NOTHING_HELD;
  if (headers.expect?.toLowerCase() === "100-continue") response.writeContinue();
  return holdBody(request, limit, (chunk) => exchange.requestBytes(chunk, 0, chunk.length));
}

/** A capture that relays by message, and what its sinks decide. */
import {
  type ClientHttp2Session,
  connect as connectHttp2,
  createServer,
  type Http2Server,
  type ServerHttp2Stream,
} from "node:http2";
import type { Socket } from "node:net";
import { onTestFinished } from "vitest";
import type { OpenExchange, OwnAnswer, RequestHead } from "../../src/capture/captured-exchange.ts";
import { connectTo, type Lab, type LabOptions, readUntil, startLab } from "./capture-lab.ts";
import { listening, tcpUpstream } from "./upstreams.ts";

export const DENIED: OwnAnswer = {
  status: 403,
  headers: [["Content-Type", "text/plain"]],
  body: Buffer.from("no"),
};

interface Judged {
  readonly head: RequestHead;
  /** As far as it had come; undefined where the head alone was judged. */
  readonly body: string | undefined;
}

export interface RelayLab extends Lab {
  readonly judged: Judged[];
}

export interface Judging {
  readonly waitsForBody?: boolean;
  readonly keep?: number;
  /** Default: everything is passed on. */
  readonly decide?: (judged: Judged) => OwnAnswer | undefined;
}

/** Every exchange is told of as in `startLab`, and judged besides. */
export async function startRelayLab(judging: Judging = {}, options: LabOptions = {}): Promise<RelayLab> {
  const { decide = () => undefined, keep = 1024, waitsForBody = true } = judging;
  const judged: Judged[] = [];
  const exchanges: Lab["exchanges"] = [];
  const openExchange: OpenExchange = (head) => {
    const seen: Lab["exchanges"][number] = {};
    exchanges.push(seen);
    return {
      keepRequestBytes: keep,
      gate: {
        waitsForBody,
        decide() {
          const body = waitsForBody ? Buffer.from(seen.request?.body.bytes ?? []).toString("latin1") : undefined;
          const case_ = { head, body };
          judged.push(case_);
          return decide(case_);
        },
      },
      requestEnded: (body) => {
        seen.request = { ...head, body };
      },
      responseStarted: (response) => {
        seen.response = response;
        return 1024;
      },
      responseEnded: (body) => {
        seen.responseBody = body;
      },
      abandoned: (why) => {
        seen.abandoned = why;
      },
    };
  };
  const lab = await startLab({ byMessage: true, openExchange, ...options });
  return { ...lab, exchanges, judged };
}

/** A plain connection to the upstream through the relay, reading. */
export async function relayTo(lab: Lab, authority: string): Promise<Socket> {
  const { socket } = await connectTo(lab, authority);
  return socket.resume();
}

/** What the upstream received for these bytes, and what the client got back. */
export async function relayed(request: string, answer: string) {
  const lab = await startRelayLab();
  let received = "";
  const upstream = await tcpUpstream((socket) => {
    socket.on("data", (chunk: Buffer) => {
      received += chunk.toString("latin1");
      if (received.endsWith(request)) socket.write(answer, "latin1");
    });
  });
  const socket = await relayTo(lab, upstream.authority);
  socket.write(request, "latin1");
  return { got: await readUntil(socket, answer.slice(-4)), received, lab, socket };
}

export interface Http2Lab {
  readonly lab: RelayLab;
  readonly client: ClientHttp2Session;
  readonly server: Http2Server;
  /** The client's connection. */
  readonly socket: Socket;
  /** Of the upstream. */
  readonly connections: readonly Socket[];
}

export async function startHttp2Lab(
  serve: (stream: ServerHttp2Stream, flat: readonly string[]) => void,
  judging?: Judging,
): Promise<Http2Lab> {
  const server = createServer();
  const connections: Socket[] = [];
  server.on("connection", (socket: Socket) => connections.push(socket));
  server.on("sessionError", () => {});
  server.on("stream", (stream: ServerHttp2Stream, _: unknown, __: number, flat: string[]) => {
    stream.on("error", () => {});
    serve(stream, flat);
  });
  const upstream = await listening(server);
  // Node's HTTP/2 servers speak first, which only a forward target may.
  const lab = await startRelayLab(judging, { upstream: { forwardTo: new URL(`h2c://${upstream.authority}`) } });
  const socket = await relayTo(lab, upstream.authority);
  const client = connectHttp2("http://a.example", { createConnection: () => socket });
  onTestFinished(() => client.destroy());
  return { lab, client, server, connections, socket };
}

export const textOf = async (stream: NodeJS.ReadableStream): Promise<string> => {
  let text = "";
  for await (const chunk of stream) text += String(chunk);
  return text;
};

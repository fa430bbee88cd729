/** HTTP/2 by Node's own client and server: streams, resets, GOAWAY, flow control and trailers are the same with iamgen as without. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect,
  constants,
  createSecureServer,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from "node:http2";
import type { Socket } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { listening } from "../support/upstreams.ts";
import { differences, type Outcome } from "./compared/differences.ts";
import { direct, issuer, type Observing, throughIamgen, type Way } from "./compared/observed-way.ts";

const LARGE = "x".repeat(2 * 1024 * 1024);
const SCOPE = "AKIARTX3GSDSQKS4H4NX/20260115/us-east-1/s3/aws4_request";
const SIGNED = { authorization: `AWS4-HMAC-SHA256 Credential=${SCOPE}, SignedHeaders=host, Signature=00` };

type Serve = (stream: ServerHttp2Stream, headers: IncomingHttpHeaders, breakUp: () => void) => void;

const SERVED: Record<string, Serve> = {
  echo: (stream) => {
    stream.respond({ ":status": 200, "x-twice": ["1", "2"] });
    stream.pipe(stream);
  },
  large: (stream) => {
    stream.respond({ ":status": 200 });
    stream.end(LARGE);
  },
  trailers: (stream) => {
    stream.respond({ ":status": 200 }, { waitForTrailers: true });
    stream.on("wantTrailers", () => stream.sendTrailers({ "x-sum": "1" }));
    stream.end("body");
  },
  hints: (stream) => {
    stream.additionalHeaders({ ":status": 103, link: "</a>" });
    stream.respond({ ":status": 204 }, { endStream: true });
  },
  early: (stream) => {
    stream.respond({ ":status": 403 });
    stream.end("no", () => stream.close(constants.NGHTTP2_NO_ERROR));
  },
  reset: (stream, headers) => {
    stream.respond({ ":status": 200 });
    stream.write("begun", () => stream.close(Number(headers["x-code"])));
  },
  goaway: (stream) => {
    stream.respond({ ":status": 200 });
    stream.end("last");
    stream.session?.goaway(constants.NGHTTP2_ENHANCE_YOUR_CALM, stream.id, Buffer.from("too many"));
  },
  gone: (_stream, _headers, breakUp) => breakUp(),
};

interface Answer {
  readonly status: unknown;
  readonly headers: unknown;
  readonly body: string;
  readonly trailers: unknown;
  readonly code: number;
}

const open = (session: ClientHttp2Session, path: string, headers = {}): ClientHttp2Stream =>
  session.request({ ":method": "PUT", ":path": `/bucket/${path}`, ":authority": "localhost", ...SIGNED, ...headers });

/** All that a client can know of one stream. */
async function answered(stream: ClientHttp2Stream): Promise<Answer> {
  let headers: Record<string, unknown> = {};
  let trailers: unknown;
  stream.on("response", (got) => {
    const { date: _, ...others } = got;
    headers = others;
  });
  stream.on("trailers", (got) => {
    trailers = { ...got };
  });
  const closed = new Promise<void>((resolve) => stream.once("close", resolve));
  const body = await text(stream).catch((error) => `failed: ${error.code}`);
  await closed;
  return { status: headers[":status"], headers, body: hashed(body), trailers, code: stream.rstCode };
}

const hashed = (body: string): string => (body.length < 100 ? body : createHash("sha256").update(body).digest("hex"));

type Play = (session: ClientHttp2Session) => Promise<unknown>;

const SITUATIONS: Record<string, Play> = {
  "a hundred streams at once": (session) =>
    Promise.all(
      Array.from({ length: 100 }, (_, number) =>
        answered(open(session, "echo", { "x-n": number }).end(`body ${number}`)),
      ),
    ),
  "trailers from both sides": async (session) => {
    const stream = session.request(
      { ":method": "PUT", ":path": "/bucket/trailers", ...SIGNED },
      { waitForTrailers: true },
    );
    stream.on("wantTrailers", () => stream.sendTrailers({ "x-checksum": "2" }));
    return answered(stream.end("body"));
  },
  "hints before an answer without a body": (session) => answered(open(session, "hints").end()),
  "an answer before the upload is over": (session) => {
    const upload = open(session, "early");
    upload.write("begun");
    return answered(upload);
  },
  "streams that the server resets, each with its code": (session) =>
    Promise.all([0, 1, 2, 7, 8, 11].map((code) => answered(open(session, "reset", { "x-code": code }).end()))),
  "a stream that the client resets, beside one that goes on": async (session) => {
    const given = open(session, "echo");
    given.write("begun");
    await once(given, "response");
    const other = open(session, "echo");
    given.close(constants.NGHTTP2_CANCEL);
    return [await answered(given), await answered(other.end("goes on"))];
  },
  "a stream that nobody reads, which holds up no other": async (session) => {
    const unread = open(session, "large").end();
    await once(unread, "response");
    const meanwhile = await answered(open(session, "echo").end("passes"));
    return [meanwhile, hashed(await text(unread))];
  },
  "events in both directions, each in answer to the one before": async (session) => {
    const stream = open(session, "echo");
    const echoed: string[] = [];
    for (let round = 0; round < 20; round += 1) {
      stream.write(`event ${round}`);
      const [chunk]: unknown[] = await once(stream, "data");
      echoed.push(String(chunk));
    }
    return [echoed, await answered(stream.end())];
  },
  "GOAWAY from the server": async (session) => {
    const goaway = once(session, "goaway").then(([code, last, data]) => [code, last, String(data)]);
    const answer = await answered(open(session, "goaway").end());
    return [answer, await goaway, session.closed];
  },
  "GOAWAY from the client": async (session) => {
    const answer = answered(open(session, "echo").end("last"));
    session.goaway(constants.NGHTTP2_NO_ERROR);
    session.close();
    return answer;
  },
  "a connection that breaks under two streams": (session) =>
    Promise.all([answered(open(session, "echo")), answered(open(session, "gone").end())]),
  "settings and pings": async (session) => {
    if (session.remoteSettings.maxConcurrentStreams !== 7) await once(session, "remoteSettings");
    await new Promise((resolve) => session.ping(Buffer.from("12345678"), resolve));
    return session.remoteSettings;
  },
};

/** What the server knows of each stream, in the order of their paths and bodies. */
interface Served {
  readonly port: number;
  readonly seen: string[];
}

async function startServer(limited: boolean): Promise<Served> {
  const seen: string[] = [];
  const settings = limited ? { maxConcurrentStreams: 7, initialWindowSize: 100_000 } : {};
  const server = createSecureServer({ ...issuer.identity("localhost"), settings });
  server.on("sessionError", () => {});
  const connections = new Set<Socket>();
  server.on("connection", (tcp: Socket) => connections.add(tcp));
  const breakUp = (): void => {
    for (const tcp of connections) tcp.resetAndDestroy();
  };
  server.on("stream", (stream, { ...headers }) => {
    const hash = createHash("sha256");
    stream.on("error", () => {});
    stream.on("data", (chunk: Buffer) => hash.update(chunk));
    let trailers = {};
    stream.on("trailers", (got) => {
      trailers = { ...got };
    });
    const { ":authority": _, ...others } = headers;
    stream.on("close", () => {
      const isWhole = stream.readableEnded && stream.rstCode === 0;
      const body = isWhole ? hash.digest("hex") : "cut";
      seen.push(JSON.stringify([others, body, trailers, stream.aborted, stream.rstCode]));
    });
    SERVED[String(headers[":path"]).split("/")[2] ?? ""]?.(stream, headers, breakUp);
  });
  const { port } = await listening(server);
  return { port, seen };
}

async function played(play: Play, limited: boolean, wayTo: (authority: string) => Promise<Way>): Promise<Outcome> {
  const { port, seen } = await startServer(limited);
  const way = await wayTo(`localhost:${port}`);
  const { stream } = await way.open({ hostname: "localhost", port, tls: { alpn: ["h2"] } });
  const session = connect("https://localhost", { createConnection: () => stream });
  session.on("error", () => {});
  const result = await play(session);
  session.close();
  if (!session.destroyed) await once(session, "close");
  await new Promise((resolve) => setTimeout(resolve, 20));
  return { client: [], server: [], result: [result, seen.toSorted()] };
}

/** Of each hop its own: settings are not passed on by a relay (RFC 9113 6.5). A stream that is given up is chance: its end, or its reset. */
const OF_THE_HOP = ["settings and pings", "a stream that the client resets, beside one that goes on"];

const OBSERVED: readonly (readonly [Observing, (readonly [string, Play])[]])[] = [
  ["tapped", Object.entries(SITUATIONS)],
  ["relayed", Object.entries(SITUATIONS).filter(([name]) => !OF_THE_HOP.includes(name))],
];

describe.each(OBSERVED)("%s", { timeout: 20_000 }, (observing, situations) => {
  test.each(situations)("%s", async (name, play) => {
    const limited = name === "settings and pings";
    const without = await played(play, limited, async () => direct);
    let way: Awaited<ReturnType<typeof throughIamgen>> | undefined;
    const withIamgen = await played(play, limited, async (authority) => {
      way = await throughIamgen([authority], {}, observing);
      return way;
    });
    expect(differences(without, withIamgen)).toEqual([]);
    expect(await way?.observation.finish(0)).toMatchObject({ tunnels: [], notices: [] });
  });
});

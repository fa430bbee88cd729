/** Real clients and servers of node:http2: what the observer tells must be what the server got and the client was given. */
import { once } from "node:events";
import {
  type ClientHttp2Session,
  connect,
  constants,
  createServer,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type ServerHttp2Stream,
  type ServerOptions,
} from "node:http2";
import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import { expect, test } from "vitest";
import { createObserver } from "../../../src/capture/observe/create-observer.ts";
import { type Recorded, recordedExchanges } from "../../support/recorded-exchanges.ts";
import { tappedRelay } from "../../support/tapped-relay.ts";

interface Served {
  readonly headers: string[];
  readonly body: string;
}

interface Scene {
  readonly options: ServerOptions;
  readonly answer: (stream: ServerHttp2Stream, headers: IncomingHttpHeaders, body: string) => void;
  readonly run: (session: ClientHttp2Session) => Promise<void>;
}

async function bodyOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("latin1");
}

async function observed({ options, answer, run }: Scene) {
  const served = new Map<string, Served>();
  const server = createServer(options);
  server.on(
    "stream",
    (stream: ServerHttp2Stream, headers: IncomingHttpHeaders, _flags: number, rawHeaders: string[]) => {
      stream.on("error", () => {});
      const serve = async () => {
        const body = await bodyOf(stream);
        served.set(headers[":path"] ?? "", { headers: rawHeaders, body });
        if (!stream.destroyed) answer(stream, headers, body);
      };
      serve().catch(() => {});
    },
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const recorded = recordedExchanges("h2");
  const relay = await tappedRelay((server.address() as AddressInfo).port, () => createObserver(recorded.options));
  const session = connect(`http://127.0.0.1:${relay.port}`, options);
  await run(session);
  await new Promise<void>((resolve) => session.close(resolve));
  session.destroy();
  await relay.close();
  server.close();
  return { ...recorded, served };
}

interface Given {
  readonly status: number | undefined;
  readonly body: string;
}

async function ask(session: ClientHttp2Session, headers: OutgoingHttpHeaders, body: string): Promise<Given> {
  const stream = session.request(headers, { endStream: body === "" });
  const answered = once(stream, "response");
  if (body !== "") stream.end(body, "latin1");
  const [response] = await answered;
  return { status: response[":status"], body: await bodyOf(stream) };
}

/** Header and pseudo-header fields in the flat form of node's raw headers; pseudo-header fields first, as sent. */
const flatHead = ({ head }: Recorded["request"], scheme: string) => [
  ...[":method", head.method, ":path", head.target, ":scheme", scheme, ":authority", head.host],
  ...head.headers.flat(),
];

/** As many at a time as a server allows. */
async function inParallel(count: number, one: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await one(next++);
  };
  await Promise.all(Array.from({ length: 60 }, worker));
}

function sortedPairs(flat: readonly string[]): string[] {
  const pairs: string[] = [];
  for (let at = 0; at < flat.length; at += 2) pairs.push(`${flat[at]}: ${flat[at + 1]}`);
  return pairs.sort();
}

test.each([
  ["default", {}],
  ["padded", { paddingStrategy: constants.PADDING_STRATEGY_MAX }],
  ["with tables of 64 KB", { maxDeflateDynamicTableSize: 65_536, settings: { headerTableSize: 65_536 } }],
  ["without tables", { settings: { headerTableSize: 0 } }],
  ["with tables that change", { maxDeflateDynamicTableSize: 65_536, settings: { headerTableSize: 512 } }],
])("tells thousands of interleaved streams as server and client saw them: %s", async (name, options) => {
  const given = new Map<string, Given>();
  const sizes = [16_384, 0, 65_536, 100, 4096];
  const { exchanges, lost, served } = await observed({
    options: { ...options, maxSessionMemory: 100 },
    answer: (stream, headers, body) => {
      const n = Number(headers["x-n"]);
      if (name === "with tables that change" && n % 97 === 0) {
        stream.session?.settings({ headerTableSize: sizes[n % sizes.length] ?? 0 });
      }
      if (n % 5 === 0) stream.additionalHeaders({ ":status": 103, link: "</a.css>" });
      if (n % 11 === 0 && stream.pushAllowed) push(stream, n);
      stream.respond(
        { ":status": n % 7 === 0 ? 404 : 200, "x-unique": `${n}${"u".repeat(n % 500)}`, "x-shared": "s" },
        { waitForTrailers: n % 3 === 0 },
      );
      stream.on("wantTrailers", () => stream.sendTrailers({ "x-trailer": `t${n}` }));
      stream.end(body.slice(0, n * 3), "latin1");
    },
    run: async (session) => {
      session.on("stream", (pushed) => pushed.on("error", () => {}).resume());
      await inParallel(1500, async (n) => {
        if (name === "with tables that change" && n % 89 === 0)
          session.settings({ headerTableSize: sizes[n % sizes.length] ?? 0 });
        const path = `/${n}%2F//a+b?x=${"y".repeat(n % 200)}`;
        const large = n % 250 === 1 ? "~".repeat(30_000) : "\\^`{|".repeat(n % 30);
        const headers = {
          ":method": "POST",
          ":path": path,
          "x-n": String(n),
          "x-large": large,
          "x-of-ten": String(n % 10),
        };
        given.set(path, await ask(session, headers, "\xe9\0b".repeat(n % 400)));
      });
    },
  });

  expect(lost).toEqual([]);
  expect(exchanges).toHaveLength(1500);
  for (const { request, response, abandoned } of exchanges) {
    const truth = served.get(request.head.target);
    expect(sortedPairs(flatHead(request, "http"))).toEqual(sortedPairs(truth?.headers ?? []));
    expect(request).toMatchObject({ body: truth?.body, truncated: false });
    expect({ status: response?.head.status, body: response?.body }).toEqual(given.get(request.head.target));
    expect(abandoned).toBeUndefined();
  }
});

function push(stream: ServerHttp2Stream, n: number): void {
  stream.pushStream({ ":path": `/pushed/${n}`, "x-shared": "pushed" }, (error, pushed) => {
    if (error !== null) return;
    pushed.on("error", () => {});
    pushed.respond({ ":status": 200, "x-pushed": String(n) });
    pushed.end("pushed");
  });
}

test("a stream that is cancelled midway is abandoned, its neighbours are told whole", async () => {
  const { exchanges, lost } = await observed({
    options: {},
    answer: (stream, headers) => {
      stream.respond({ ":status": 200 });
      if (headers[":path"] === "/cancelled") stream.write("part");
      else stream.end("whole");
    },
    run: async (session) => {
      const cancelled = session.request({ ":path": "/cancelled" });
      cancelled.on("error", () => {});
      await once(cancelled, "data");
      cancelled.close(constants.NGHTTP2_CANCEL);
      await once(cancelled, "close");
      await ask(session, { ":path": "/next" }, "");
    },
  });
  expect(lost).toEqual([]);
  expect(exchanges.map(({ request, response, abandoned }) => [request.head.target, response?.body, abandoned])).toEqual(
    [
      ["/cancelled", "not ended", "stream-reset"],
      ["/next", "whole", undefined],
    ],
  );
});

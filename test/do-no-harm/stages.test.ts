/** Connections that end at every stage, in order or not, from either side: each peer sees the ending that it would see without iamgen. */
import { describe, expect, test } from "vitest";
import { type Circumstances, compare } from "./compared/compare.ts";
import { chunked, get, ok, put, request, response } from "./compared/http1.ts";
import { client, server, situationOf, type Turn } from "./compared/transcript.ts";

const HALF_HEAD = "GET /bucket/key HTTP/1.1\r\nHost: local";
const UPLOAD = request("PUT /bucket/key", ["Content-Length: 200000"]);
const HALF_UPLOAD = UPLOAD + "x".repeat(100_000);
const DOWNLOAD = response("200 OK", ["Content-Length: 200000"]);
const HALF_DOWNLOAD = DOWNLOAD + "x".repeat(100_000);
const CHUNKED = "Transfer-Encoding: chunked";
const CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";
const REFUSED = response("403 Forbidden", ["Content-Length: 2", "Connection: close"], "no");

/** Up to the moment at which somebody leaves. */
const STAGES: Record<string, readonly Turn[]> = {
  "within the request's head": [client.says(HALF_HEAD)],
  "behind the request": [client.says(get())],
  "within the request's body": [client.says(HALF_UPLOAD)],
  "while a body waits for 100 Continue": [
    client.says(request("PUT /bucket/key", ["Content-Length: 5", "Expect: 100-continue"])),
  ],
  "behind 100 Continue": [
    client.says(request("PUT /bucket/key", ["Content-Length: 5", "Expect: 100-continue"])),
    server.says(CONTINUE),
  ],
  "within the answer's head": [client.says(get()), server.says("HTTP/1.1 200 OK\r\nContent-Le")],
  "within the answer's body": [client.says(get()), server.says(HALF_DOWNLOAD)],
  "within a chunk": [client.says(get()), server.says(`${response("200 OK", [CHUNKED])}5\r\nhe`)],
  "between chunks": [client.says(get()), server.says(`${response("200 OK", [CHUNKED])}5\r\nhello\r\n`)],
  "within trailers": [
    client.says(get()),
    server.says(`${response("200 OK", [CHUNKED], chunked("a").slice(0, -2))}x-trail`),
  ],
  "behind the answer": [client.says(get()), server.says(ok())],
  "between two requests": [client.says(get()), server.says(ok()), client.says(get()), server.says(ok())],
  "within the second request": [client.says(get()), server.says(ok()), client.says(HALF_HEAD)],
};

const ENDINGS: Record<string, Turn> = {
  "the server hangs up": server.ends,
  "the server resets": server.resets,
  "the client hangs up": client.ends,
  "the client resets": client.resets,
};

const EXCHANGES: Record<string, readonly Turn[]> = {
  "the client has ended its side before it is answered": [client.says(get()), client.ends, server.says(ok())],
  "the client has ended its side before a long answer": [client.says(get()), client.ends, server.says(HALF_DOWNLOAD)],
  "the server has ended its side before the upload is over": [
    client.says(UPLOAD),
    server.says(REFUSED),
    server.ends,
    client.says("x".repeat(200_000)),
    client.ends,
  ],
  "an answer before the body is sent, which is sent all the same": [
    client.says(UPLOAD),
    server.says(ok()),
    client.says("x".repeat(200_000)),
    client.says(get()),
    server.says(ok()),
  ],
  "an answer before the body is sent, and a reset": [client.says(HALF_UPLOAD), server.says(REFUSED), server.resets],
  "an upload that the client gives up": [client.says(HALF_UPLOAD), client.resets],
  "a download that the client gives up": [client.says(get()), server.says(HALF_DOWNLOAD), client.resets],
  "a client that connects and says nothing": [client.ends],
  "a server that says nothing, and a client that waits for a while": [client.says(put("body")), client.pauses(100)],
};

const TRANSPORTS: readonly (readonly [string, Circumstances])[] = [
  ["in the clear", {}],
  ["by TLS", { tls: {} }],
];

const same = async (turns: readonly Turn[], circumstances: Circumstances): Promise<void> => {
  const { differences, without } = await compare(situationOf(turns), circumstances);
  expect(differences).toEqual([]);
  const endings = [...without.client, ...without.server].map(({ ending }) => ending);
  expect(endings).not.toContain("open");
};

test("a server that hangs up on whoever connects", () => same([server.ends], {}));

describe.each(TRANSPORTS)("%s", { timeout: 20_000 }, (_, circumstances) => {
  describe.each(Object.entries(ENDINGS))("%s", (_, ending) => {
    test.each(Object.entries(STAGES))("%s", (_, turns) => same([...turns, ending], circumstances));
  });

  test.each(Object.entries(EXCHANGES))("%s", (_, turns) => same(turns, circumstances));
});

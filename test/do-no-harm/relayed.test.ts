/** What is relayed message by message (`--shield`, `--enforce`, `--re-sign`) passes unchanged but for what is listed here. */
import { describe, expect, test } from "vitest";
import { type Circumstances, compare, type Situation } from "./compared/compare.ts";
import { FRAMINGS } from "./compared/framings.ts";
import { get, ok, put, request, response } from "./compared/http1.ts";
import { client, server, situationOf, type Turn } from "./compared/transcript.ts";

/** Nobody could judge or sign these as servers will read them, or they are written anew as RFC 9112 has it. */
const OTHERWISE = new Set([
  // One goes on when the one before has been answered: what is judged may depend on it.
  "requests that do not wait for answers",
  // Nobody could tell what comes next (see below).
  "100 Continue, refused, and the next request instead of the body",
  "100 Continue, refused, and the body all the same",
  // RFC 9112 7.1.1: extensions of chunks are for the next hop.
  "chunks with extensions, upper-case sizes and leading zeros",
  // RFC 9110 6.2: of the version each hop tells its own.
  "an answer that the end of the connection ends",
  // Servers read them differently, so that they are refused (see http1-relay).
  "headers as nobody writes them",
  "lines that end without a carriage return, and empty ones in front",
]);

const WAITING = request("PUT /bucket/key", ["Expect: 100-continue", "Content-Length: 5"]);
const REFUSED = response("403 Forbidden", ["Content-Length: 0"]);

const SITUATIONS: Record<string, readonly Turn[]> = {
  ...Object.fromEntries(Object.entries(FRAMINGS).filter(([name]) => !OTHERWISE.has(name))),
  "100 Continue, never answered, and another request": [
    client.says(WAITING),
    client.pauses(20),
    client.says("hello"),
    server.says(ok()),
    client.says(get()),
    server.says(ok()),
  ],
  "100 Continue, refused by a server that says that it closes": [
    client.says(WAITING),
    server.says(response("403 Forbidden", ["Content-Length: 0", "Connection: close"])),
    server.ends,
  ],
  "100 Continue with fields and words of its own": [
    client.says(WAITING),
    server.says("HTTP/1.1 100 Go on\r\nConnection: keep-alive\r\n\r\n"),
    client.says("hello"),
    server.says(ok()),
    client.says(get()),
    server.says(ok()),
  ],
  "a body in chunks that waits for 100 Continue": [
    client.says(request("PUT /bucket/key", ["Expect: 100-continue", "Transfer-Encoding: chunked"])),
    server.says("HTTP/1.1 100 Continue\r\n\r\n"),
    client.says("5\r\nhello\r\n0\r\n\r\n"),
    server.says(ok()),
    client.says(get()),
    server.says(ok()),
  ],
  "a request that expects 100 Continue without a body": [
    client.says(get(["Expect: 100-continue"])),
    server.says(ok()),
    client.says(get()),
    server.says(ok()),
  ],
  "a request of the old kind, without a Host": [
    client.says("GET /bucket/key HTTP/1.1\r\nX-Amz-Date: 20260115T000000Z\r\n\r\n"),
    server.says(ok()),
  ],
  "a client that has ended its side before it is answered": [client.says(get()), client.ends, server.says(ok())],
  "an answer before the body is sent, which is sent all the same": [
    client.says(request("PUT /bucket/key", ["Content-Length: 300000"])),
    server.says(ok()),
    client.says("x".repeat(300_000)),
    client.says(get()),
    server.says(ok()),
  ],
  "a server that hangs up within its answer": [
    client.says(get()),
    server.says(response("200 OK", ["Content-Length: 200000"], "x".repeat(100_000))),
    server.ends,
  ],
  "a server that hangs up on a request": [client.says(get()), server.ends],
  "a server that resets on a request": [client.says(put("body")), server.resets],
  "a client that gives up its upload": [
    client.says(request("PUT /bucket/key", ["Content-Length: 200000"], "x".repeat(100_000))),
    client.resets,
  ],
  "a 408 for a client that has not spoken": [
    server.says(response("408 Request Timeout", ["Connection: close"])),
    server.ends,
  ],
};

const TRANSPORTS: readonly (readonly [string, Circumstances])[] = [
  ["in the clear", { observing: "relayed" }],
  ["by TLS", { observing: "relayed", tls: {} }],
];

const differencesOf = async (situation: Situation, circumstances: Circumstances): Promise<readonly string[]> => {
  const { differences, recording, without } = await compare(situation, circumstances);
  expect(without.result).toBe("played to the end");
  expect(recording.notices).toEqual([]);
  return differences;
};

test("a server that hangs up, by TLS, on a client that has not spoken", async () => {
  const turns = [client.pauses(20), server.ends];
  expect(await differencesOf(situationOf(turns), { observing: "relayed", tls: {} })).toEqual([]);
});

describe.each(TRANSPORTS)("%s", { timeout: 20_000 }, (_, circumstances) => {
  test.each(Object.entries(SITUATIONS))("%s", async (_, turns) => {
    expect(await differencesOf(situationOf(turns), circumstances)).toEqual([]);
  });

  test("requests that do not wait for answers go on one by one, and are answered as without us", async () => {
    const keys = ["a", "b", "c"];
    const situation: Situation = {
      async server(peer) {
        for (const key of keys) {
          await peer.until("body");
          await peer.send(ok(key));
        }
        await peer.otherEnded();
      },
      async client(open) {
        const peer = await open();
        await peer.send(keys.map(() => put("body")).join(""));
        await peer.until(keys.map((key) => ok(key)).join(""));
        peer.end();
        await peer.otherEnded();
        return "played to the end";
      },
    };
    expect(await differencesOf(situation, circumstances)).toEqual([]);
  });

  test("where a body that waits is refused, the connection ends behind the answer, which says so", async () => {
    const turns = [client.says(WAITING), server.says(REFUSED)];
    const differences = await differencesOf(situationOf(turns), circumstances);
    expect(differences).toEqual([
      expect.stringMatching(/^client, .* "Connection: close\\r\\n\\r\\n" instead of "\\r\\n"$/),
    ]);
  });
});

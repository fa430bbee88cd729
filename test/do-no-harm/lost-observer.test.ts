/** Dialogues that no observer can follow, and ones that are hard to: the bytes arrive as they were sent, whoever loses his place. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { generatedChunks, hashOf, hashOfStream, send } from "../support/generated-bytes.ts";
import { listeningIamgen } from "../support/listening-iamgen.ts";
import { connectThrough, secureThrough } from "../support/proxied-client.ts";
import { reportOf } from "../support/report.ts";
import { signedHead } from "../support/signed-head.ts";
import { echo, listening, tcpUpstream } from "../support/upstreams.ts";

const HOST = "s3.us-east-1.amazonaws.com";
const NOISE = 8 * 1024 * 1024;

/** What begins like HTTP and goes on like nothing. */
function* garbage(opening: string): Generator<Buffer> {
  yield Buffer.from(opening, "latin1");
  yield* generatedChunks(NOISE);
}

const GARBAGE = [
  ["a request whose length is no number", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: banana\r\n\r\n"],
  ["a request with two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"],
  ["a chunk whose size is no number", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nbanana\r\n"],
  ["a head that never ends", `GET / HTTP/1.1\r\nX: ${"x".repeat(300_000)}`],
  ["HTTP/2 that is noise behind its preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
] as const;

describe("through a connection that is observed", () => {
  test("garbage of every kind is passed on and reported", { timeout: 30_000 }, async () => {
    const iamgen = await listeningIamgen({ options: ["--intercept", "localhost"] });
    const authorities: string[] = [];
    for (const [kind, opening] of GARBAGE) {
      const upstream = await tcpUpstream(echo);
      authorities.push(upstream.authority);
      const socket = await connectThrough({ proxyPort: iamgen.port, hostname: "localhost", port: upstream.port });
      send(garbage(opening), socket);
      expect(await hashOfStream(socket), kind).toBe(hashOf(garbage(opening)));
    }

    const recording = await iamgen.stop();
    expect(recording.notices).toMatchObject(authorities.map((authority) => ({ code: "observer-lost", authority })));
    const report = await reportOf(recording);
    for (const authority of authorities) {
      expect(report).toContain(`${authority}, the traffic of a connection could not be followed to its end`);
    }
  });

  test("an answer that is none arrives all the same", async () => {
    const answer = (): Generator<Buffer> => garbage("ICY 200 OK\r\n\r\n");
    const upstream = await tcpUpstream((socket) => void socket.once("data", () => send(answer(), socket)));
    const iamgen = await listeningIamgen({ options: ["--forward-to", `http://127.0.0.1:${upstream.port}`] });
    const socket = await secureThrough({ proxyPort: iamgen.port, hostname: HOST, port: 443 }, iamgen.ca);
    socket.write(signedHead({ method: "GET", host: HOST, target: "/bucket/key" }));
    expect(await hashOfStream(socket)).toBe(hashOf(answer()));

    const { calls, notices } = await iamgen.stop();
    expect(notices).toMatchObject([{ code: "observer-lost", authority: `${HOST}:443` }]);
    // The request was whole: it is known what was asked for, though not how it ended.
    expect(calls).toMatchObject([{ operation: "GetObject", outcome: { kind: "none" } }]);
  });
});

test("requests sent at once on one connection, which the client then ends, are answered and recorded one by one", async () => {
  const targets: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    targets.push(request.url);
    request.resume().on("end", () => response.end(request.url));
  });
  const upstream = await listening(server);
  const iamgen = await listeningIamgen({ options: ["--forward-to", `http://127.0.0.1:${upstream.port}`] });
  const socket: Socket = await secureThrough({ proxyPort: iamgen.port, hostname: HOST, port: 443 }, iamgen.ca);
  const keys = ["a//b", "with%20space", "plus+", "slash%2Fslash", "%C3%BC", "*", "last"];
  const target = (key: string): string => `/bucket/${key}`;
  const heads = keys.map((key) => signedHead({ method: "GET", host: HOST, target: target(key) }));
  socket.end(heads.join(""));
  let received = "";
  socket.on("data", (chunk: Buffer) => {
    received += chunk.toString("latin1");
  });
  await once(socket, "end");

  expect(targets).toEqual(keys.map(target));
  expect(received.match(/\/bucket\/\S*?(?=HTTP\/1\.1 |$)/g)).toEqual(keys.map(target));
  const { calls, notices } = await iamgen.stop();
  expect(calls.map(({ input }) => input?.["Key"])).toEqual([
    "a//b",
    "with space",
    "plus+",
    "slash/slash",
    "ü",
    "*",
    "last",
  ]);
  expect(notices).toEqual([]);
});

/** Bodies of 200 MB through a whole iamgen process: equal at both ends, and never collected in the middle. */
import { createServer, type IncomingMessage, type RequestOptions, type ServerResponse } from "node:http";
import { request } from "node:https";
import type { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { awsChunked, generatedChunks, hashOf, hashOfStream, send } from "../support/generated-bytes.ts";
import { type ListeningIamgen, listeningIamgen } from "../support/listening-iamgen.ts";
import { MEBIBYTE, memoryGrowth, noPeakMemory } from "../support/peak-memory.ts";
import { secureThrough } from "../support/proxied-client.ts";
import { SIGNATURE, signedHead } from "../support/signed-head.ts";
import { listening } from "../support/upstreams.ts";

const SIZE = 200 * MEBIBYTE;
const MOST_GROWTH = 64 * MEBIBYTE;
const HOST = "s3.us-east-1.amazonaws.com";
const TARGET = { hostname: HOST, port: 443 };
const SIGNED = { authorization: SIGNATURE, "x-amz-date": "20260115T000000Z" };

interface StandIn {
  readonly iamgen: ListeningIamgen;
  /** Heads and body hashes of what arrived. */
  readonly arrived: { readonly headers: IncomingMessage["headers"]; readonly hash: string }[];
  /** Bytes that the answers have handed over to their connections. */
  readonly sent: () => number;
}

/** Answers a PUT when it is whole, a GET with 200 MB; has answered one of each before the test begins, so that all code is loaded. */
async function startStandIn(): Promise<StandIn> {
  const arrived: StandIn["arrived"] = [];
  const connections = new Set<Socket>();
  const take = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (incoming.method === "GET") {
      const size = incoming.url === "/bucket/small" ? 1 : SIZE;
      response.setHeader("content-length", size);
      return send(generatedChunks(size), response);
    }
    const hash = await hashOfStream(incoming);
    arrived.push({ headers: incoming.headers, hash });
    response.end();
  };
  const server = createServer((incoming, response) => void take(incoming, response));
  server.on("connection", (socket: Socket) => connections.add(socket));
  const { port } = await listening(server);
  const iamgen = await listeningIamgen({ options: ["--forward-to", `http://127.0.0.1:${port}`] });
  for (const method of ["PUT", "GET"]) await exchange(iamgen, { method, path: "/bucket/small" }, [Buffer.from("a")]);
  arrived.length = 0;
  const sent = (): number => [...connections].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0);
  return { iamgen, arrived, sent };
}

/** Resolves with the hash of the answer's body. */
async function exchange(iamgen: ListeningIamgen, options: RequestOptions, body: Iterable<Buffer>): Promise<string> {
  const socket = await secureThrough({ ...TARGET, proxyPort: iamgen.port }, iamgen.ca);
  const headers = { ...SIGNED, ...options.headers };
  const outgoing = request({ ...options, host: HOST, createConnection: () => socket, headers });
  if (options.method !== "PUT") outgoing.end();
  else if ("Expect" in headers) outgoing.once("continue", () => send(body, outgoing));
  else send(body, outgoing);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once("response", resolve).once("error", reject);
  });
  expect(response.statusCode).toBe(200);
  return hashOfStream(response);
}

describe(noPeakMemory ? "200 MB (memory not checked: /proc is Linux's)" : "200 MB", { timeout: 60_000 }, () => {
  test("of a PUT that waits for 100 Continue arrive whole, and are not collected", async () => {
    const { arrived, iamgen } = await startStandIn();
    const headers = { Expect: "100-continue", "Content-Length": String(SIZE) };
    const put = { method: "PUT", path: "/bucket/large", headers };
    expect(await memoryGrowth(iamgen.pid, () => exchange(iamgen, put, generatedChunks(SIZE)))).toBeLessThan(
      MOST_GROWTH,
    );
    expect(arrived).toMatchObject([{ headers: { expect: "100-continue" }, hash: hashOf(generatedChunks(SIZE)) }]);
    const { calls, notices } = await iamgen.stop();
    expect(calls.map(({ operation, input }) => [operation, input?.["Key"]])).toContainEqual(["PutObject", "large"]);
    expect(notices).toEqual([]);
  });

  test("of aws-chunked content with trailers arrive as they were sent, chunk heads and trailers included", async () => {
    const { arrived, iamgen } = await startStandIn();
    const headers = {
      "Content-Encoding": "aws-chunked",
      "Transfer-Encoding": "chunked",
      "X-Amz-Content-Sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
      "X-Amz-Decoded-Content-Length": String(SIZE),
      "X-Amz-Trailer": "x-amz-checksum-crc32",
    };
    const put = { method: "PUT", path: "/bucket/large", headers };
    expect(await memoryGrowth(iamgen.pid, () => exchange(iamgen, put, awsChunked(SIZE)))).toBeLessThan(MOST_GROWTH);
    expect(arrived).toMatchObject([
      { headers: { "x-amz-trailer": "x-amz-checksum-crc32" }, hash: hashOf(awsChunked(SIZE)) },
    ]);
    expect((await iamgen.stop()).notices).toEqual([]);
  });

  test("of an answer arrive whole, also where the client stops reading for a while", async () => {
    const { iamgen, sent } = await startStandIn();
    const grown = await memoryGrowth(iamgen.pid, async () => {
      const socket = await secureThrough({ ...TARGET, proxyPort: iamgen.port }, iamgen.ca);
      socket.write(signedHead({ method: "GET", host: HOST, target: "/bucket/large", headers: ["Connection: close"] }));
      await new Promise((resolve) => socket.once("readable", resolve));
      expect(await stalled(sent)).toBeLessThan(SIZE / 2);
      expect(await bodyHash(socket)).toBe(hashOf(generatedChunks(SIZE)));
    });
    expect(grown).toBeLessThan(MOST_GROWTH);
    expect((await iamgen.stop()).notices).toEqual([]);
  });
});

/** The count at which a writer was stopped: it has stood still for a while. */
async function stalled(count: () => number): Promise<number> {
  for (let before = -1; before !== count(); ) {
    before = count();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return count();
}

/** What follows the head of the only answer on a connection. */
async function bodyHash(stream: AsyncIterable<Buffer>): Promise<string> {
  let head: Buffer | undefined = Buffer.alloc(0);
  async function* body(): AsyncGenerator<Buffer> {
    for await (const chunk of stream) {
      if (head === undefined) {
        yield chunk;
        continue;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf("\r\n\r\n");
      if (end < 0) continue;
      yield head.subarray(end + 4);
      head = undefined;
    }
  }
  return hashOfStream(body());
}

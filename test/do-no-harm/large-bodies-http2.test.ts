/** 200 MB each way on one HTTP/2 connection, beside a small call: flow control is between client and server, not ours. */
import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect,
  createServer,
  type OutgoingHttpHeaders,
  type ServerHttp2Stream,
} from "node:http2";
import { expect, onTestFinished, test } from "vitest";
import { generatedChunks, hashOf, hashOfStream, send } from "../support/generated-bytes.ts";
import { type ListeningIamgen, listeningIamgen } from "../support/listening-iamgen.ts";
import { MEBIBYTE, memoryGrowth } from "../support/peak-memory.ts";
import { secureThrough } from "../support/proxied-client.ts";
import { SIGNATURE } from "../support/signed-head.ts";
import { listening } from "../support/upstreams.ts";

const SIZE = 200 * MEBIBYTE;
const HOST = "s3.us-east-1.amazonaws.com";
const SIGNED = { ":authority": HOST, authorization: SIGNATURE, "x-amz-date": "20260115T000000Z" };

/** Answers a PUT with the hash of what came, a GET of `large` with 200 MB. */
async function serve(stream: ServerHttp2Stream, { ":method": method, ":path": path }: OutgoingHttpHeaders) {
  const answer =
    method === "PUT" ? [Buffer.from(await hashOfStream(stream))] : generatedChunks(path === "/bucket/large" ? SIZE : 1);
  stream.respond({ ":status": 200 });
  send(answer, stream);
}

async function clientOf(iamgen: ListeningIamgen): Promise<ClientHttp2Session> {
  const target = { proxyPort: iamgen.port, hostname: HOST, port: 443, alpn: ["h2"] };
  const socket = await secureThrough(target, iamgen.ca);
  const client = connect(`https://${HOST}`, { createConnection: () => socket });
  onTestFinished(() => client.destroy());
  return client;
}

const asked = (client: ClientHttp2Session, method: string, key: string): ClientHttp2Stream =>
  client.request({ ...SIGNED, ":method": method, ":path": `/bucket/${key}` }, { endStream: method === "GET" });

test("200 MB both ways on one connection arrive whole, are not collected, and hold up no other call", {
  timeout: 60_000,
}, async () => {
  const server = createServer();
  server.on("stream", (stream, headers) => void serve(stream, headers));
  const { port } = await listening(server);
  const iamgen = await listeningIamgen({ options: ["--forward-to", `h2c://127.0.0.1:${port}`] });
  const client = await clientOf(iamgen);
  await hashOfStream(asked(client, "GET", "first"));
  const grown = await memoryGrowth(iamgen.pid, async () => {
    const upload = asked(client, "PUT", "large");
    send(generatedChunks(SIZE), upload);
    const download = asked(client, "GET", "large");
    expect(await hashOfStream(asked(client, "GET", "small"))).toBe(hashOf(generatedChunks(1)));
    const [uploaded, downloaded] = await Promise.all([textOf(upload), hashOfStream(download)]);
    expect([uploaded, downloaded]).toEqual([hashOf(generatedChunks(SIZE)), hashOf(generatedChunks(SIZE))]);
  });
  expect(grown).toBeLessThan(64 * MEBIBYTE);
  client.close();
  const { calls, notices } = await iamgen.stop();
  const kinds = calls.map(({ operation, input, outcome }) => `${operation} ${input?.["Key"]} ${outcome.kind}`);
  expect(kinds.sort()).toEqual([
    "GetObject first succeeded",
    "GetObject large succeeded",
    "GetObject small succeeded",
    "PutObject large succeeded",
  ]);
  expect(notices).toEqual([]);
});

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += chunk;
  return text;
}

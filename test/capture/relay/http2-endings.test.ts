import { once } from "node:events";
import type { ClientHttp2Stream } from "node:http2";
import type { Socket } from "node:net";
import { expect, test, vi } from "vitest";
import { startHttp2Lab, textOf } from "../../support/relay-lab.ts";

type Leaving = (socket: Socket) => void;

const LEAVINGS: readonly (readonly [string, Leaving])[] = [
  ["hangs up without GOAWAY", (socket) => void socket.end()],
  ["resets", (socket) => void socket.resetAndDestroy()],
];

/** How a stream ends for its client. */
const endOf = async (stream: ClientHttp2Stream): Promise<string> => {
  const [error]: NodeJS.ErrnoException[] = await once(stream, "error");
  return error?.code ?? "";
};

test.each(LEAVINGS)("an upstream that %s breaks the streams that it has not answered", async (_, leave) => {
  const { client, connections } = await startHttp2Lab((stream, flat) => {
    if (flat.includes("/last")) for (const socket of connections) leave(socket);
    else stream.resume();
  });
  client.on("error", () => {});
  const streams = [client.request({ ":path": "/a" }), client.request({ ":path": "/last" })];
  expect(await Promise.all(streams.map(endOf))).toEqual(["ECONNRESET", "ECONNRESET"]);
});

test("an upstream that hangs up behind its answer has answered", async () => {
  const { client, connections } = await startHttp2Lab((stream) => {
    stream.respond({ ":status": 200 });
    stream.end("x".repeat(1_000_000));
    stream.once("close", () => void connections[0]?.end());
  });
  const goaway = once(client, "goaway");
  expect(await textOf(client.request({ ":path": "/" }))).toHaveLength(1_000_000);
  expect((await goaway)[0]).toBe(0);
});

test("what a client that hangs up without GOAWAY has asked for is given up", async () => {
  const codes: number[] = [];
  const { client, connections, socket } = await startHttp2Lab(
    (stream) => {
      stream.respond({ ":status": 200 });
      stream.once("close", () => codes.push(stream.rstCode));
    },
    { waitsForBody: false },
  );
  client.on("error", () => {});
  const request = client.request({ ":method": "POST", ":path": "/" });
  request.on("error", () => {});
  await once(request, "response");
  socket.end();
  await vi.waitUntil(() => connections[0]?.destroyed);
  expect(codes).toEqual([8]);
});

test("a server that does not want the rest of a request ends its stream, and the connection goes on", async () => {
  const { client } = await startHttp2Lab(
    (stream) => {
      stream.respond({ ":status": 403 });
      stream.end("no", () => stream.close(0));
    },
    { waitsForBody: false },
  );
  for (const path of ["/a", "/b"]) {
    const upload = client.request({ ":method": "PUT", ":path": path });
    upload.write("begun");
    let body = "";
    upload.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    await once(upload, "close");
    expect({ body, code: upload.rstCode }).toEqual({ body: "no", code: 0 });
  }
});

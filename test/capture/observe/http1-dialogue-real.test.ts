/** Real clients and servers: what the observer tells must be what the server got and the client was given. */
import { once } from "node:events";
import {
  Agent,
  type ClientRequest,
  createServer,
  type IncomingMessage,
  type RequestOptions,
  request,
  type Server,
} from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createObserver } from "../../../src/capture/observe/create-observer.ts";
import { type Recorded, recordedExchanges } from "../../support/recorded-exchanges.ts";
import { tappedRelay } from "../../support/tapped-relay.ts";

async function bodyOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks).toString("latin1");
}

const answerTo = (message: ClientRequest) =>
  new Promise<IncomingMessage>((resolve, reject) => message.once("response", resolve).once("error", reject));

/** Starts the server, lets the clients run through a tapped relay, and gives what was observed. */
async function observed(
  server: Server,
  run: (port: number) => Promise<void>,
): Promise<{ exchanges: Recorded[]; lost: string[] }> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const recorded = recordedExchanges("http/1.1");
  const relay = await tappedRelay((server.address() as AddressInfo).port, () => createObserver(recorded.options));
  await run(relay.port);
  server.closeAllConnections();
  server.close();
  await relay.close();
  return recorded;
}

async function ask(
  port: number,
  options: RequestOptions,
  body: string | readonly string[] = "",
): Promise<{ status: number; body: string }> {
  const message = request({ host: "127.0.0.1", port, ...options });
  if (options.headers !== undefined && "expect" in options.headers)
    await Promise.race([once(message, "continue"), once(message, "response")]);
  for (const piece of typeof body === "string" ? [] : body) message.write(piece, "latin1");
  message.end(typeof body === "string" ? body : undefined, "latin1");
  const response = await answerTo(message);
  return { status: response.statusCode ?? 0, body: await bodyOf(response) };
}

test("tells thousands of exchanges as server and client saw them", async () => {
  const served: { target: string; headers: string[]; body: string }[] = [];
  const server = createServer(async (incoming, answer) => {
    const body = await bodyOf(incoming);
    served.push({ target: incoming.url ?? "", headers: incoming.rawHeaders, body });
    const n = Number(incoming.headers["x-n"]);
    answer.statusCode = n % 7 === 0 ? 404 : 200;
    if (n % 4 === 0) answer.writeEarlyHints({ link: "</a.css>; rel=preload" });
    if (n % 2 === 0) answer.setHeader("content-length", body.length);
    if (n % 3 === 0) answer.write(body.slice(0, n), "latin1");
    answer.end(body.slice(n % 3 === 0 ? n : 0), "latin1");
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const given = new Map<string, { status: number; body: string }>();

  const { exchanges, lost } = await observed(server, async (port) => {
    const one = async (n: number) => {
      const body = "\xe9\r\n0\r\n\r\n".repeat(n % 50).slice(0, n % 211);
      const method = ["GET", "PUT", "POST", "HEAD", "DELETE"][n % 5] ?? "GET";
      const pieces = !["PUT", "POST"].includes(method)
        ? ""
        : n % 2 === 0
          ? body
          : [body.slice(0, 9), body.slice(9)].filter((piece) => piece !== "");
      const path = `/${n}%2F//a+b?x=${"y".repeat(n % 300)}`;
      given.set(path, await ask(port, { agent, method, path, headers: { "X-N": n, "x-a": ["1", "2"] } }, pieces));
    };
    const numbers = Array.from({ length: 2000 }, (_, n) => n);
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let n = numbers.pop(); n !== undefined; n = numbers.pop()) await one(n);
      }),
    );
    agent.destroy();
  });

  expect(lost).toEqual([]);
  expect(exchanges).toHaveLength(2000);
  const byTarget = new Map(served.map((request) => [request.target, request]));
  for (const { request, response, abandoned } of exchanges) {
    expect(request.head.headers.flat()).toEqual(byTarget.get(request.head.target)?.headers);
    expect(request).toMatchObject({ body: byTarget.get(request.head.target)?.body, truncated: false });
    expect({ status: response?.head.status, body: response?.body }).toEqual(given.get(request.head.target));
    expect(abandoned).toBeUndefined();
  }
});

test("an upload that waits for 100 is told whole, one that is refused is told empty", async () => {
  const server = createServer((incoming, answer) => void bodyOf(incoming).then(() => answer.end("ok")));
  server.on("checkContinue", (incoming: IncomingMessage, answer) => {
    if (incoming.url === "/refused") {
      answer.writeHead(403, { connection: "close" }).end("no");
      return;
    }
    answer.writeContinue();
    void bodyOf(incoming).then(() => answer.end("ok"));
  });

  const { exchanges, lost } = await observed(server, async (port) => {
    const headers = { expect: "100-continue", "content-length": 100_000 };
    await ask(port, { method: "PUT", path: "/taken", headers }, "a".repeat(100_000));
    const refused = request({ host: "127.0.0.1", port, method: "PUT", path: "/refused", headers });
    refused.flushHeaders();
    await bodyOf(await answerTo(refused));
    refused.destroy();
  });

  expect(lost).toEqual([]);
  const summary = exchanges.map(({ request, response }) => [
    request.head.target,
    request.body.length,
    request.truncated,
    response?.body,
  ]);
  expect(summary).toEqual([
    ["/taken", 100_000, false, "ok"],
    ["/refused", 0, true, "no"],
  ]);
});

test("a server that dies in its answer leaves an abandoned exchange", async () => {
  const server = createServer((_, answer) => {
    answer.writeHead(200, { "content-length": 100 });
    answer.write("part", () => answer.destroy());
  });
  const { exchanges } = await observed(server, async (port) => {
    await expect(ask(port, { path: "/" })).rejects.toThrow("aborted");
  });
  expect(exchanges).toMatchObject([
    { request: { body: "", truncated: false }, response: { head: { status: 200 } }, abandoned: "connection-closed" },
  ]);
});

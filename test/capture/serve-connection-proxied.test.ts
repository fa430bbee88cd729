import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { dialCapture, type Lab, readAll, startLab } from "../support/capture-lab.ts";
import { outerProxy } from "../support/outer-proxy.ts";
import { listening } from "../support/upstreams.ts";

/** Answers with the method, the target, the end-to-end header and the body that it got. */
const reporting = () =>
  listening(
    createServer((incoming, answer) => {
      const { method, url, headers } = incoming;
      text(incoming).then(
        (body) => answer.end(`${method} ${url} ${headers["x-kept"]} ${headers["connection"]} ${body}`),
        () => answer.destroy(),
      );
    }),
  );

async function asked(lab: Lab, url: string, body: string): Promise<string> {
  const headers = { "x-kept": "a  b", expect: "100-continue", "content-length": body.length };
  const asking = request({ port: lab.capture.port, path: url, method: "POST", headers });
  asking.on("continue", () => asking.end(body));
  const [answer]: IncomingMessage[] = await once(asking, "response");
  return `${answer?.statusCode} ${answer === undefined ? "" : await text(answer)}`;
}

test("a proxy request for plain http reaches its host and is told as tunnelled", async () => {
  const { port } = await reporting();
  const lab = await startLab({ route: () => ({ kind: "tunnel", why: "not-aws" }) });

  expect(await asked(lab, `http://localhost:${port}/a//b?c`, "hello")).toBe("200 POST /a//b?c a  b close hello");
  expect(lab.exchanges).toEqual([]);
  expect(lab.notices).toEqual([{ kind: "tunnel", authority: `localhost:${port}`, why: "not-aws" }]);
});

test("a proxy request for a host to be observed is observed", async () => {
  const { port } = await reporting();
  const lab = await startLab();

  expect(await asked(lab, `http://localhost:${port}/x`, "hello")).toBe("200 POST /x a  b close hello");
  expect(lab.exchanges).toMatchObject([
    {
      request: { method: "POST", target: "/x", connection: { approach: "proxied", scheme: "http" } },
      response: { status: 200 },
    },
  ]);
  expect(lab.notices).toEqual([]);
});

test("it goes through the user's own proxy for http", async () => {
  const { port } = await reporting();
  const proxy = await outerProxy();
  const proxyFor = (scheme: string) => (scheme === "http" ? new URL(`http://127.0.0.1:${proxy.port}`) : undefined);
  const lab = await startLab({ upstream: { proxyFor } });

  expect(await asked(lab, `http://localhost:${port}/`, "")).toBe("200 POST / a  b close ");
  expect(proxy.heads).toEqual([expect.stringMatching(new RegExp(`^CONNECT localhost:${port} `))]);
});

test.each([
  ["an unreachable host is a bad gateway, as with any proxy", "localhost:1", /^HTTP\/1\.1 502 /],
  ["the proxy itself is a loop", "itself", /^HTTP\/1\.1 508 /],
])("%s", async (_what, host, head) => {
  const lab = await startLab();
  const socket = await dialCapture(lab);
  const authority = host === "itself" ? lab.capture.authority : host;
  socket.write(`GET http://${authority}/ HTTP/1.1\r\nHost: ${authority}\r\n\r\n`);

  expect((await readAll(socket)).toString()).toMatch(head);
  expect(lab.notices).toHaveLength(1);
});

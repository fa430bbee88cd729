import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { createServer } from "node:https";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { type Lab, startLab } from "../support/capture-lab.ts";
import { outerProxy } from "../support/outer-proxy.ts";
import { listening, type Upstream } from "../support/upstreams.ts";

const server = (lab: Lab): Promise<Upstream> =>
  listening(
    createServer(lab.issuer.identity("localhost"), (incoming, answer) => {
      answer.end(`${incoming.method} ${incoming.url} ${incoming.headers.host}`);
    }),
  );

/** As older axios does with HTTPS_PROXY. */
async function asked(lab: Lab, url: string): Promise<string> {
  const headers = { host: new URL(url).host };
  const asking = request({ port: lab.capture.port, path: url, headers }).end();
  const [answer]: IncomingMessage[] = await once(asking, "response");
  return `${answer?.statusCode} ${answer === undefined ? "" : await text(answer)}`;
}

test("reaches its host over TLS and is told as tunnelled", async () => {
  const lab = await startLab({ route: () => ({ kind: "tunnel", why: "not-aws" }) });
  const { authority } = await server(lab);

  expect(await asked(lab, `https://${authority}/a//b?c`)).toBe(`200 GET /a//b?c ${authority}`);
  expect(lab.exchanges).toEqual([]);
  expect(lab.notices).toEqual([{ kind: "tunnel", authority, why: "not-aws" }]);
});

test("is observed where its host is", async () => {
  const lab = await startLab();
  const { authority } = await server(lab);

  expect(await asked(lab, `https://${authority}/x`)).toBe(`200 GET /x ${authority}`);
  expect(lab.exchanges).toMatchObject([
    { request: { target: "/x", connection: { approach: "proxied", scheme: "https", authority } } },
  ]);
  expect(lab.notices).toEqual([]);
});

test("goes through the user's own proxy for https", async () => {
  const proxy = await outerProxy();
  const proxyFor = (scheme: string) => (scheme === "https" ? new URL(`http://127.0.0.1:${proxy.port}`) : undefined);
  const lab = await startLab({ upstream: { proxyFor } });
  const { authority } = await server(lab);

  expect(await asked(lab, `https://${authority}/`)).toBe(`200 GET / ${authority}`);
  expect(proxy.heads).toHaveLength(1);
});

test.each(["tunnel", "observe"] as const)("is a bad gateway where the server does not verify: %s", async (kind) => {
  const lab = await startLab({
    route: () => (kind === "observe" ? { kind } : { kind, why: "not-aws" }),
    upstream: { trustedRoots: [] },
  });
  const { authority } = await server(lab);

  expect(await asked(lab, `https://${authority}/`)).toMatch(/^502 iamgen: cannot reach /);
  expect(lab.notices).toEqual([{ kind: "upstream-failed", authority, code: expect.stringMatching(/^[A-Z_]+$/) }]);
});

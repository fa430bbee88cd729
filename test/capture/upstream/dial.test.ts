import { once } from "node:events";
import { createServer } from "node:net";
import { createSecureContext } from "node:tls";
import { describe, expect, test } from "vitest";
import { type DialOptions, dial } from "../../../src/capture/upstream/dial.ts";
import { UpstreamFailure } from "../../../src/capture/upstream/upstream-failure.ts";
import { readAll } from "../../support/capture-lab.ts";
import { outerProxy } from "../../support/outer-proxy.ts";
import { resolving } from "../../support/resolving.ts";
import { testIssuer } from "../../support/test-identity.ts";
import { echo, listening, tcpUpstream } from "../../support/upstreams.ts";

const to = (port: number, more: Partial<DialOptions> = {}): DialOptions => ({
  target: { hostname: "localhost", port },
  outerProxy: undefined,
  ownPort: 1,
  signal: new AbortController().signal,
  ...more,
});

test("the socket is connected, unread and half-open", async () => {
  const upstream = await tcpUpstream(echo);
  const socket = await dial(to(upstream.port));
  socket.end("hello");
  expect((await readAll(socket)).toString()).toBe("hello");
});

test("a name whose first address refuses is reached at the next, and only then is the socket given", async () => {
  const upstream = await tcpUpstream(echo);
  resolving("two-addresses.example.com", ["127.0.0.2", "127.0.0.1"]);
  const socket = await dial(to(0, { target: { hostname: "two-addresses.example.com", port: upstream.port } }));
  expect([socket.connecting, socket.remoteAddress]).toEqual([false, "127.0.0.1"]);
  socket.destroy();
});

test("what the system says is the reason", async () => {
  const failure = await dial(to(1)).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UpstreamFailure);
  expect(failure).toMatchObject({
    stage: "connect",
    code: "ECONNREFUSED",
    message: expect.stringMatching(/ECONNREFUSED/),
  });
});

test("an address that leads back to the proxy is refused, by whatever name", async () => {
  const upstream = await tcpUpstream(() => {});
  await expect(dial(to(upstream.port, { ownPort: upstream.port }))).rejects.toMatchObject({ code: "ELOOP" });
});

test("by whatever name, what listens on loopback is out of reach where that was asked for", async () => {
  const upstream = await tcpUpstream(() => {});
  resolving("looks-harmless.example.com", ["127.0.0.1"]);
  const target = { hostname: "looks-harmless.example.com", port: upstream.port };
  await expect(dial(to(0, { target, loopback: false }))).rejects.toMatchObject({ code: "EACCES" });
  (await dial(to(0, { target }))).destroy();
});

test.each(["169.254.169.254", "::ffff:169.254.169.254", "fd00:ec2::254"])(
  "the metadata service at %s is not reached, directly or through an outer proxy",
  async (hostname) => {
    const refused = { code: "EACCES", message: "a link-local address is not for a proxy to reach" };
    await expect(dial(to(0, { target: { hostname, port: 80 } }))).rejects.toMatchObject(refused);
    const outer = { target: { hostname, port: 80 }, outerProxy: new URL("http://127.0.0.1:1") };
    await expect(dial(to(0, outer))).rejects.toMatchObject(refused);
  },
);

test.each(["before", "while"])("who stops wanting the connection %s it is dialled gets no socket", async (when) => {
  const abort = new AbortController();
  if (when === "before") abort.abort();
  const dialled = dial(to(1, { target: { hostname: "192.0.2.1", port: 9 }, signal: abort.signal }));
  abort.abort();
  await expect(dialled).rejects.toMatchObject({ code: "ECANCELED" });
});

describe("through an outer proxy", () => {
  const through = (proxyPort: number, userInfo = ""): Partial<DialOptions> => ({
    outerProxy: new URL(`http://${userInfo}127.0.0.1:${proxyPort}`),
  });

  test("the target is named by CONNECT, and no name is resolved here", async () => {
    const proxy = await outerProxy();
    const upstream = await tcpUpstream((socket) => void socket.write("first words"));
    const target = { hostname: "only-the-proxy-knows.invalid", port: upstream.port };
    const socket = await dial(to(0, { target, ...through(proxy.port) }));
    const [words] = await once(socket, "data");
    expect(String(words)).toBe("first words");
    expect(proxy.heads).toEqual([
      `CONNECT only-the-proxy-knows.invalid:${upstream.port} HTTP/1.1\r\nHost: only-the-proxy-knows.invalid:${upstream.port}\r\n\r\n`,
    ]);
    socket.destroy();
  });

  test("a proxy that is reached by TLS is judged by the trust settings given", async () => {
    const issuer = testIssuer();
    const proxy = await outerProxy(undefined, issuer.identity("localhost"));
    const upstream = await tcpUpstream((socket) => void socket.write("first words"));
    const outer = { outerProxy: new URL(`https://localhost:${proxy.port}`) };
    const target = { hostname: "only-the-proxy-knows.invalid", port: upstream.port };
    await expect(dial(to(0, { target, ...outer }))).rejects.toMatchObject({ stage: "connect" });

    const proxyTrust = () => createSecureContext({ ca: issuer.certificate });
    const socket = await dial(to(0, { target, ...outer, proxyTrust }));
    expect(String((await once(socket, "data"))[0])).toBe("first words");
    socket.destroy();
  });

  test("credentials are decoded from the URL, stray percent signs kept", async () => {
    const proxy = await outerProxy("us er:100%");
    const upstream = await tcpUpstream(echo);
    const socket = await dial(to(upstream.port, through(proxy.port, "us%20er:100%@")));
    socket.destroy();
    expect(proxy.heads[0]).toContain(`Basic ${Buffer.from("us er:100%").toString("base64")}\r\n`);
  });

  test.each([
    ["refuses", "HTTP/1.1 403 Forbidden\r\n\r\n", "PROXY_403"],
    ["hangs up", "", "PROXY_CLOSED"],
    ["speaks no HTTP", "SSH-2.0-x\r\n\r\n", "PROXY_0"],
  ])("a proxy that %s is the reason", async (_what, answer, code) => {
    const proxy = await tcpUpstream((socket) => socket.once("data", () => socket.end(answer)));
    await expect(dial(to(9, through(proxy.port)))).rejects.toMatchObject({ stage: "connect", code });
  });

  test("a proxy that is down is the reason", async () => {
    await expect(dial(to(9, through(1)))).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  test("a proxy that never answers is let go when nobody wants the connection any more", async () => {
    const abort = new AbortController();
    const server = createServer();
    const proxy = await listening(server);
    const dialled = dial(to(9, { ...through(proxy.port), signal: abort.signal }));
    await once(server, "connection");
    abort.abort();
    await expect(dialled).rejects.toBeInstanceOf(UpstreamFailure);
  });
});

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createHttpsServer, request } from "node:https";
import { tmpdir } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { type CaptureOptions, startCapture } from "../../src/capture/proxy-server.ts";
import { createCertificateAuthority } from "../../src/capture/tls/certificate-authority.ts";
import { SetupError } from "../../src/errors.ts";
import { connectSecurely, dialCapture, readUntil, secure, startLab } from "../support/capture-lab.ts";
import { LONG } from "../support/long-mode.ts";
import { resolving } from "../support/resolving.ts";
import { answering, listening, tlsUpstream } from "../support/upstreams.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

function bareOptions(port: number): CaptureOptions {
  return {
    port,
    authority: createCertificateAuthority({ permittedDnsNames: [], permittedAddresses: [], now: new Date() }),
    route: () => ({ kind: "observe" }),
    openExchange: () => {
      throw new Error("nothing is observed here");
    },
    onNotice: () => {},
    upstream: { proxyFor: () => undefined },
    now: () => 0,
  };
}

test("observes a request that came through CONNECT and TLS", async () => {
  const lab = await startLab();
  const upstream = await tlsUpstream(lab.issuer.identity("localhost"), answering(OK));
  const client = await connectSecurely(lab, upstream.authority);

  client.write(`GET /a%2Fb?x=1 HTTP/1.1\r\nHost: ${upstream.authority}\r\n\r\n`);
  expect(await readUntil(client, "hi")).toBe(OK);

  expect(lab.exchanges).toMatchObject([
    {
      request: {
        target: "/a%2Fb?x=1",
        connection: { approach: "connect", scheme: "https", authority: upstream.authority },
      },
      response: { status: 200 },
    },
  ]);
  expect(lab.notices).toEqual([]);
});

test("listens on 127.0.0.1 alone", async () => {
  const { capture } = await startLab();
  expect(capture.authority).toBe(`127.0.0.1:${capture.port}`);
});

test("a port in use is a setup error with its remedy", async () => {
  const { capture } = await startLab();
  const failure = await startCapture(bareOptions(capture.port)).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(SetupError);
  expect(failure).toMatchObject({
    code: "port-in-use",
    message: `cannot listen on \`127.0.0.1:${capture.port}\`: address already in use`,
    hint: "pass --port 0 to pick a free port",
  });
});

test("closing tells of exchanges that were still open, and nothing comes after it", async () => {
  const lab = await startLab();
  const upstream = await tlsUpstream(lab.issuer.identity("localhost"), (socket) => void socket.resume());
  const client = await connectSecurely(lab, upstream.authority);
  client.write("GET /never-answered HTTP/1.1\r\nHost: a\r\n\r\n");
  await expect.poll(() => lab.exchanges.length).toBe(1);
  await lab.capture.close(0);
  expect(lab.exchanges).toMatchObject([{ request: { target: "/never-answered" }, abandoned: "connection-closed" }]);
  expect(lab.capture.openConnections).toBe(0);
});

test("closing lets an open connection finish within its grace", async () => {
  const lab = await startLab();
  const upstream = await tlsUpstream(lab.issuer.identity("localhost"), answering(OK));
  const client = await connectSecurely(lab, upstream.authority);
  const closed = lab.capture.close(60_000);
  client.end("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  expect(await readUntil(client, "hi")).toBe(OK);
  await closed;
  expect(lab.exchanges).toMatchObject([{ response: { status: 200 } }]);
  expect(lab.exchanges[0]?.abandoned).toBeUndefined();
});

// Node 20 dies of an assertion where TLS is laid over a socket that is still trying the addresses of a name and the
// first one refuses. A crash would end this test's worker.
test("a name whose first address refuses is observed like any other", async () => {
  const lab = await startLab();
  const name = "bucket.s3.amazonaws.com";
  resolving(name, ["127.0.0.2", "127.0.0.1"]);
  const upstream = await tlsUpstream(lab.issuer.identity(name), answering(OK));
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const client = await connectSecurely(lab, `${name}:${upstream.port}`, { serverName: name });
    client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    expect(await readUntil(client, "hi")).toBe(OK);
  }
  expect(lab.exchanges).toHaveLength(2);
});

const MANY = LONG ? 1000 : 100;

test(`holds ${MANY} connections at once`, { timeout: 60_000 }, async () => {
  const lab = await startLab();
  const upstream = await tlsUpstream(lab.issuer.identity("localhost"), answering(OK));
  const dialled = async () => {
    const client = await connectSecurely(lab, upstream.authority);
    client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    await readUntil(client, "hi");
    return client;
  };
  const clients = [];
  for (let batch = 0; batch < MANY / 50; batch += 1) {
    clients.push(...(await Promise.all(Array.from({ length: 50 }, dialled))));
  }
  expect(lab.capture.openConnections).toBe(MANY);
  for (const client of clients) client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  await Promise.all(clients.map((client) => readUntil(client, "hi")));
  expect(lab.exchanges).toHaveLength(2 * MANY);
  expect(lab.notices).toEqual([]);
});

test("a client of node:https whose socket was redirected needs nothing but our authority", async () => {
  const lab = await startLab({ upstream: { trustedRoots: [] } });
  const server = createHttpsServer(lab.issuer.identity("localhost"), async (asked, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of asked) chunks.push(chunk);
    response.end(Buffer.concat(chunks));
  });
  const upstream = await listening(server);
  const forwarding = await startLab({
    upstream: { forwardTo: new URL(`https://localhost:${upstream.port}`), forwardCa: lab.issuer.certificate },
  });
  const tls = await secure(forwarding, await dialCapture(forwarding), { serverName: "sqs.eu-west-1.amazonaws.com" });
  const asked = request("https://sqs.eu-west-1.amazonaws.com/", { method: "POST", createConnection: () => tls });
  asked.setHeader("Expect", "100-continue");
  asked.once("continue", () => asked.end("x".repeat(100_000)));
  asked.flushHeaders();
  const [response] = await once(asked, "response");
  let length = 0;
  for await (const chunk of response) length += chunk.length;
  expect(length).toBe(100_000);
  expect(forwarding.exchanges).toMatchObject([
    { request: { body: { length: 100_000 } }, responseBody: { length: 100_000 } },
  ]);
});

const curl = spawnSync("curl", ["--version"]).status === 0;

test.skipIf(!curl)(
  "curl trusts our authority through CONNECT, and alerts without it (skipped without curl)",
  async () => {
    const lab = await startLab();
    const upstream = await tlsUpstream(lab.issuer.identity("localhost"), answering(OK));
    const directory = mkdtempSync(`${tmpdir()}/iamgen-curl-`);
    onTestFinished(() => rmSync(directory, { recursive: true }));
    writeFileSync(`${directory}/capture.pem`, lab.authority.certificatePem);
    writeFileSync(`${directory}/upstream.pem`, lab.issuer.certificate);
    const run = async (bundle: string): Promise<{ code: unknown; said: string }> => {
      const proxy = ["--proxy", `http://${lab.capture.authority}`, "--noproxy", ""];
      const child = spawn("curl", [
        "-s",
        ...proxy,
        "--cacert",
        `${directory}/${bundle}`,
        `https://${upstream.authority}/`,
      ]);
      let said = "";
      child.stdout.on("data", (chunk) => {
        said += chunk;
      });
      const [code] = await once(child, "close");
      return { code, said };
    };
    expect(await run("capture.pem")).toEqual({ code: 0, said: "hi" });
    expect(await run("upstream.pem")).toEqual({ code: 60, said: "" });
    expect(await run("upstream.pem")).toEqual({ code: 0, said: "hi" });
    expect(lab.exchanges).toHaveLength(1);
    expect(lab.notices).toMatchObject([
      { kind: "client-handshake-failed", code: expect.stringMatching(/UNKNOWN_CA$/) },
      { kind: "tunnel", why: "client-distrust" },
    ]);
  },
);

import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { everybody, ownUser, tokenHolders } from "../../src/capture/admission.ts";
import { EndedEarly } from "../../src/capture/peek.ts";

const TOKEN = "a-token";
const SHOWN = `Proxy-Authorization: Basic ${Buffer.from(`iamgen:${TOKEN}`).toString("base64")}\r\n`;

/** The server's end of a connection whose client has sent this. */
async function accepted(text: string): Promise<Socket> {
  const server = createServer({ allowHalfOpen: true }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const address = server.address();
  const client = connect(typeof address === "object" && address !== null ? address.port : 0, "127.0.0.1");
  const [tcp]: Socket[] = await once(server, "connection");
  if (tcp === undefined) throw new Error("no connection");
  onTestFinished(() => {
    client.destroy();
    tcp.destroy();
  });
  client.end(text);
  return tcp;
}

test("a client of this user is let in", async () => {
  const tcp = await accepted("");
  expect(await everybody(tcp)).toBeUndefined();
  expect(await ownUser()(tcp)).toBeUndefined();
});

test.each([
  ["connect", `CONNECT a:443 HTTP/1.1\r\n${SHOWN}\r\n`],
  ["http/1.1", `GET http://a/ HTTP/1.1\r\nHost: a\r\n${SHOWN}\r\n`],
] as const)("who shows the token with %s is let in, and no byte is taken from the connection", async (kind, text) => {
  const tcp = await accepted(text);
  expect(await tokenHolders(TOKEN)(tcp, Promise.resolve(kind))).toBeUndefined();
  expect(tcp.read()?.toString()).toBe(text);
});

test("who asks without credentials is asked for them, which is no news", async () => {
  const tcp = await accepted("CONNECT a:443 HTTP/1.1\r\n\r\n");
  const turnedAway = await tokenHolders(TOKEN)(tcp, Promise.resolve("connect"));
  expect(turnedAway).toEqual({ refusal: expect.objectContaining({ status: 407 }) });
});

test.each([
  ["another token", "connect", `CONNECT a:443 HTTP/1.1\r\n${SHOWN.replace(/c/, "d")}\r\n`],
  ["TLS, which has no place for one,", "tls", "\x16\x03\x01"],
  ["the preface of the hook", "hook-preface", "IAMGEN/1 a:80\r\n"],
  ["HTTP/2", "h2", "PRI * HTTP/2.0\r\n\r\n"],
] as const)("%s is turned away and reported", async (_what, kind, text) => {
  const turnedAway = await tokenHolders(TOKEN)(await accepted(text), Promise.resolve(kind));
  expect(turnedAway).toMatchObject({ refusal: { status: 407 }, notice: { kind: "no-token", authority: "" } });
});

test("a head without end is none", async () => {
  const endless = `CONNECT a:443 HTTP/1.1\r\nX: ${"x".repeat(70_000)}`;
  expect(await tokenHolders(TOKEN)(await accepted(endless), Promise.resolve("connect"))).toMatchObject({
    refusal: { status: 407 },
  });
});

test("who leaves before the head is complete ends early", async () => {
  const asked = tokenHolders(TOKEN)(await accepted("CONNECT a:443 HTTP/1.1\r\n"), Promise.resolve("connect"));
  await expect(asked).rejects.toThrow(EndedEarly);
});

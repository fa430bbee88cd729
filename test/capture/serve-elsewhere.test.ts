import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { endOf, type Lab, type LabOptions, readAll, readUntil, secure, startLab } from "../support/capture-lab.ts";
import { ELSEWHERE } from "../support/elsewhere.ts";
import { resolving } from "../support/resolving.ts";
import { answering, tcpUpstream } from "../support/upstreams.ts";

const TOKEN = "a-token";
const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
const NAME = "bucket.s3.amazonaws.com";
const show = (token: string): string =>
  `Proxy-Authorization: Basic ${Buffer.from(`iamgen:${token}`).toString("base64")}\r\n`;

const startLabElsewhere = (options: LabOptions = {}): Promise<Lab> =>
  startLab({ elsewhere: { address: ELSEWHERE, token: TOKEN }, ...options });

async function dialFromElsewhere({ capture }: Lab): Promise<Socket> {
  const socket = connect({ port: capture.port, host: ELSEWHERE, allowHalfOpen: true });
  onTestFinished(() => void socket.destroy());
  await once(socket, "connect");
  return socket;
}

async function answerTo(lab: Lab, text: string): Promise<string> {
  const socket = await dialFromElsewhere(lab);
  socket.write(text);
  return (await readAll(socket)).toString();
}

/** A stand-in on loopback: the owner's choice of where requests go holds for clients from anywhere. */
async function withStandIn(): Promise<Lab> {
  const standIn = await tcpUpstream(answering(OK));
  return startLabElsewhere({ upstream: { forwardTo: new URL(`http://127.0.0.1:${standIn.port}`) } });
}

test("without the token a client is told in the words of its protocol that it needs one", async () => {
  const lab = await startLabElsewhere();
  for (const text of [
    `CONNECT ${NAME}:443 HTTP/1.1\r\n\r\n`,
    `GET http://${NAME}/ HTTP/1.1\r\nHost: ${NAME}\r\n\r\n`,
  ]) {
    const answer = await answerTo(lab, text);
    expect(answer).toMatch(
      /^HTTP\/1\.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="iamgen"\r\n/,
    );
    expect(answer).toContain("iamgen: this proxy wants the token that iamgen listen printed\nhint: ");
  }
  expect(lab.notices).toEqual([]);
});

test("a wrong token is refused and reported, and does not stand in the report", async () => {
  const lab = await startLabElsewhere();
  expect(await answerTo(lab, `CONNECT ${NAME}:443 HTTP/1.1\r\n${show("guess")}\r\n`)).toMatch(/^HTTP\/1\.1 407 /);
  expect(lab.notices).toEqual([{ kind: "no-token", authority: "" }]);
});

test.each(["\x16\x03\x01\x00\x05hello", "IAMGEN/1 localhost:80\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"])(
  "%j has no place for a token, and is reset",
  async (bytes) => {
    const lab = await startLabElsewhere();
    const socket = await dialFromElsewhere(lab);
    const end = endOf(socket);
    socket.write(bytes, "latin1");
    expect(await end).toMatchObject({ code: "ECONNRESET" });
    expect(lab.notices).toEqual([{ kind: "no-token", authority: "" }]);
  },
);

test("with the token a client of CONNECT is read, and no server is sent the token", async () => {
  const lab = await withStandIn();
  const socket = await dialFromElsewhere(lab);
  socket.write(`CONNECT ${NAME}:443 HTTP/1.1\r\n${show(TOKEN)}\r\n`);
  await readUntil(socket, "200 Connection established\r\n\r\n");
  const client = await secure(lab, socket, { serverName: NAME });
  client.write(`GET /key HTTP/1.1\r\nHost: ${NAME}\r\n\r\n`);
  expect(await readUntil(client, "hi")).toBe(OK);
  expect(lab.exchanges).toMatchObject([{ request: { target: "/key", connection: { authority: `${NAME}:443` } } }]);
  expect(JSON.stringify([lab.exchanges, lab.notices])).not.toContain(show(TOKEN).slice(30, -2));
});

test("with the token a request for plain http is served, and no server is sent the token", async () => {
  let received = "";
  const standIn = await tcpUpstream((socket) => {
    socket.once("data", (bytes) => {
      received = bytes.toString("latin1");
      socket.end(OK);
    });
  });
  const lab = await startLabElsewhere({ upstream: { forwardTo: new URL(`http://127.0.0.1:${standIn.port}`) } });
  expect(await answerTo(lab, `GET http://${NAME}/ HTTP/1.1\r\nHost: ${NAME}\r\n${show(TOKEN)}\r\n`)).toContain("hi");
  expect(received).toBe(`GET / HTTP/1.1\r\nHost: ${NAME}\r\nConnection: close\r\n\r\n`);
});

test("clients of loopback are served without the token", async () => {
  const lab = await withStandIn();
  const socket = connect(lab.capture.port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  socket.write(`GET http://${NAME}/ HTTP/1.1\r\nHost: ${NAME}\r\n\r\n`);
  expect(await readUntil(socket, "hi")).toContain("200 OK");
});

test("what listens on this machine's loopback is not for clients of other machines, by whatever name", async () => {
  let received = 0;
  const database = await tcpUpstream((socket) => {
    socket.on("data", (bytes) => {
      received += bytes.length;
    });
  });
  resolving("looks-harmless.example.com", ["127.0.0.1"]);
  const lab = await startLabElsewhere({ route: () => ({ kind: "tunnel", why: "not-aws" }) });
  const answers = [];
  for (const host of ["localhost", "127.0.0.1", "[::1]", "looks-harmless.example.com"]) {
    answers.push(await answerTo(lab, `CONNECT ${host}:${database.port} HTTP/1.1\r\n${show(TOKEN)}\r\n`));
  }
  expect(answers.map((answer) => answer.slice(9, 12))).toEqual(["403", "403", "403", "502"]);
  expect(received).toBe(0);
});

test("a request that leads back to the proxy itself is refused", async () => {
  const lab = await startLabElsewhere();
  const host = ELSEWHERE.includes(":") ? `[${ELSEWHERE}]` : ELSEWHERE;
  const answer = await answerTo(lab, `CONNECT ${host}:${lab.capture.port} HTTP/1.1\r\n${show(TOKEN)}\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 508 /);
});

test("who shows nothing for ten seconds is hung up on, who has shown the token is not", async () => {
  const lab = await withStandIn();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const stranger = await dialFromElsewhere(lab);
  const friend = await dialFromElsewhere(lab);
  friend.write(`CONNECT ${NAME}:443 HTTP/1.1\r\n${show(TOKEN)}\r\n`);
  await readUntil(friend, "200 Connection established\r\n\r\n");
  const hungUp = readAll(stranger);
  vi.advanceTimersByTime(10_000);
  expect(await hungUp).toHaveLength(0);
  expect(friend.readyState).toBe("open");
});

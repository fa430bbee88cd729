import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { expect, onTestFinished, test } from "vitest";
import { connectTo, dialCapture, endOf, readUntil, startLab } from "../support/capture-lab.ts";
import { answering, tcpUpstream, tlsUpstream } from "../support/upstreams.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

async function labFor(authority: string) {
  const lab = await startLab({ endpoints: [authority] });
  return { lab, port: lab.capture.endpointPorts.get(authority) ?? 0 };
}

async function dial(port: number): Promise<Socket> {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  onTestFinished(() => void socket.destroy());
  socket.on("error", () => {});
  await once(socket, "connect");
  return socket;
}

test("what is sent to the port that stands for an endpoint arrives there byte by byte, and is observed", async () => {
  let received = "";
  const answer = answering(OK);
  const upstream = await tcpUpstream((socket) => {
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
    });
    answer(socket);
  });
  const { lab, port } = await labFor(`localhost:${upstream.port}`);
  const request = `GET /prefix/bucket?list-type=2 HTTP/1.1\r\nHOST:  localhost:${port}\r\nauthorization: AWS4 x\r\n\r\n`;
  const socket = await dial(port);
  socket.write(request);

  expect(await readUntil(socket, "hi")).toBe(OK);
  expect(received).toBe(request);
  expect(lab.exchanges).toMatchObject([
    {
      request: {
        target: "/prefix/bucket?list-type=2",
        host: `localhost:${port}`,
        connection: { approach: "learned", scheme: "http", authority: `localhost:${upstream.port}` },
      },
      response: { status: 200 },
    },
  ]);
});

test("an endpoint with TLS keeps it: the client sees our certificate for the name that it asks for", async () => {
  const { issuer } = await startLab();
  const upstream = await tlsUpstream(issuer.identity("localhost"), answering(OK));
  const { lab, port } = await labFor(`localhost:${upstream.port}`);
  const tls = connectTls({ port, host: "127.0.0.1", servername: "localhost", ca: lab.authority.certificatePem });
  onTestFinished(() => void tls.destroy());
  await once(tls, "secureConnect");
  tls.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");

  expect(await readUntil(tls, "hi")).toBe(OK);
  expect(lab.exchanges).toMatchObject([{ request: { connection: { scheme: "https" } } }]);
});

test.each([
  ["the hook's preface", (port: number) => `IAMGEN/1 localhost:${port}\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n`],
  ["a proxied request", (port: number) => `GET http://127.0.0.1:${port}/ HTTP/1.1\r\nHost: x\r\n\r\n`],
])("%s that names the port is for the endpoint itself, so that nothing passes twice", async (_title, bytes) => {
  const upstream = await tcpUpstream(answering(OK));
  const { lab, port } = await labFor(`127.0.0.1:${upstream.port}`);
  const socket = await dialCapture(lab);
  socket.write(bytes(port));

  expect(await readUntil(socket, "hi")).toBe(OK);
  expect(lab.exchanges.map(({ request }) => request?.connection.authority)).toEqual([`127.0.0.1:${upstream.port}`]);
});

test("CONNECT to the port is for the endpoint as well", async () => {
  const upstream = await tcpUpstream(answering(OK));
  const { lab, port } = await labFor(`127.0.0.1:${upstream.port}`);
  const { socket } = await connectTo(lab, `127.0.0.1:${port}`);
  socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");

  expect(await readUntil(socket.resume(), "hi")).toBe(OK);
  expect(lab.exchanges).toHaveLength(1);
});

test("where nothing listens, which may be for the program to change, there is no port of ours", async () => {
  const { lab } = await labFor("127.0.0.1:1");
  expect([...lab.capture.endpointPorts.keys()]).toEqual([]);
  expect(lab.notices).toEqual([{ kind: "endpoint-down", authority: "127.0.0.1:1" }]);
});

test("an endpoint that goes down is a broken connection, and told", async () => {
  const upstream = await tcpUpstream(answering(OK));
  const { lab, port } = await labFor(upstream.authority);
  upstream.stopListening();
  const socket = await dial(port);
  await endOf(socket);
  expect(lab.notices).toEqual([{ kind: "upstream-failed", authority: upstream.authority, code: "ECONNREFUSED" }]);
});

test("a name twice is one port, and what is no name has none", async () => {
  const { authority } = await tcpUpstream(answering(OK));
  const lab = await startLab({ endpoints: [authority, authority, "no such name"] });
  expect([...lab.capture.endpointPorts.keys()]).toEqual([authority]);
});

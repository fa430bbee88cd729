import { connect, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { passUnasked } from "../../../src/capture/relay/unasked-answer.ts";
import { readAll, readUntil } from "../../support/capture-lab.ts";
import { relayTo, startRelayLab } from "../../support/relay-lab.ts";
import { tcpUpstream } from "../../support/upstreams.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
const LATE = "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n";

test("what a server says behind its answer, and its hanging up, reach the client", async () => {
  const lab = await startRelayLab();
  const sockets: Socket[] = [];
  const upstream = await tcpUpstream((socket) => {
    sockets.push(socket);
    socket.once("data", () => socket.write(OK));
  });
  const socket = await relayTo(lab, upstream.authority);
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  expect(await readUntil(socket, "hi")).toBe(OK);
  const rest = readAll(socket);
  sockets[0]?.end(LATE);
  expect((await rest).toString()).toBe(LATE);
});

test("nothing more is passed once the upstream is asked", async () => {
  const sockets: Socket[] = [];
  const upstream = await tcpUpstream((socket) => {
    sockets.push(socket);
    socket.write("early");
  });
  const other = await tcpUpstream(() => {});
  const [from, to] = [connect(upstream.port, "127.0.0.1"), connect(other.port, "127.0.0.1")];
  onTestFinished(() => void from.destroy());
  onTestFinished(() => void to.destroy());
  const stop = passUnasked(from, to);
  await readUntil(from, "early");
  stop();
  const answer = readUntil(from, "asked");
  sockets[0]?.write("asked");
  await answer;
  expect(to.bytesWritten).toBe("early".length);
});

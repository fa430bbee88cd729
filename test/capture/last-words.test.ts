import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { hearLastWords } from "../../src/capture/last-words.ts";
import { tcpUpstream } from "../support/upstreams.ts";

/** A socket whose peer says a word and resets it, before the event loop can tell of either. */
async function resetAfterAWord(): Promise<Socket> {
  let accept: (socket: Socket) => void = () => {};
  const accepted = new Promise<Socket>((resolve) => {
    accept = resolve;
  });
  const { port } = await tcpUpstream((socket) => accept(socket));
  const socket = connect(port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  await once(socket, "connect");
  hearLastWords(socket);
  const peer = await accepted;
  await new Promise((resolve) => peer.write("word", resolve));
  peer.resetAndDestroy();
  return socket;
}

test("what came before the reset is told although a write fails first, and the socket ends with its error", async () => {
  const socket = await resetAfterAWord();
  const words: string[] = [];
  socket.on("data", (chunk: Buffer) => words.push(chunk.toString()));
  socket.write("lost");
  const [error]: unknown[] = await once(socket, "error");
  expect(error).toMatchObject({ syscall: "write" });
  expect(words).toEqual(["word"]);
});

test("whoever destroys the socket need not wait", async () => {
  const socket = await resetAfterAWord();
  socket.on("error", () => {});
  socket.write("lost");
  socket.destroy();
  expect(socket.destroyed).toBe(true);
});

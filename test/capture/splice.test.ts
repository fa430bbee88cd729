import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { reset, splice, type Taps, wasReset } from "../../src/capture/splice.ts";
import { endOf, readAll } from "../support/capture-lab.ts";

interface Joined {
  /** What the two programs hold. */
  readonly client: Socket;
  readonly server: Socket;
  /** What the splice holds. */
  readonly nearClient: Socket;
  readonly nearServer: Socket;
}

async function socketPair(): Promise<[outer: Socket, inner: Socket]> {
  const listener = createServer({ allowHalfOpen: true });
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  const outer = connect({ port: typeof address === "object" ? (address?.port ?? 0) : 0, allowHalfOpen: true });
  const [inner]: Socket[] = await once(listener, "connection");
  if (inner === undefined) throw new Error("no connection");
  onTestFinished(() => {
    outer.destroy();
    inner.destroy();
    listener.close();
  });
  return [outer, inner];
}

async function joined(taps?: Taps): Promise<Joined> {
  const [client, nearClient] = await socketPair();
  const [server, nearServer] = await socketPair();
  for (const socket of [client, server]) socket.on("error", () => {});
  splice({ stream: nearClient, tcp: nearClient }, { stream: nearServer, tcp: nearServer }, taps);
  return { client, server, nearClient, nearServer };
}

const silent: Taps = { fromClient() {}, fromUpstream() {}, closed() {} };

test("a client that has ended its side still gets its answer", async () => {
  const { client, server } = await joined();
  client.end("question");
  expect((await readAll(server)).toString()).toBe("question");
  server.end("answer");
  expect((await readAll(client)).toString()).toBe("answer");
});

test("a server that has ended its side still gets what the client sends", async () => {
  const { client, server } = await joined();
  server.end("goodbye");
  expect((await readAll(client)).toString()).toBe("goodbye");
  client.end("late words");
  expect((await readAll(server)).toString()).toBe("late words");
});

test("a reset that comes together with bytes reaches the other side as bytes and a reset, not as an end", async () => {
  const { client, server } = await joined();
  const received = new Promise((resolve) => client.once("end", resolve).once("error", resolve).resume());
  server.write("half an answer", () => server.resetAndDestroy());
  await received;
  expect(wasReset({ stream: client, tcp: client })).toBe(true);
});

test("an answer that came before a reset still arrives, though a write was the first to find the reset", async () => {
  const { client, nearServer, server } = await joined();
  let received = "";
  client.on("data", (chunk: Buffer) => {
    received += chunk.toString();
  });
  server.write("refused", () => {
    server.resetAndDestroy();
    // The system knows of the reset by now; that there is an answer, too, the event loop is only about to tell.
    nearServer.write("more of the upload");
  });
  await new Promise((resolve) => client.once("end", resolve).once("error", resolve));
  expect(received).toBe("refused");
  expect(wasReset({ stream: client, tcp: client })).toBe(true);
});

test("an end in order is not taken for a reset", async () => {
  const { client, server } = await joined();
  server.end("a whole answer");
  await readAll(client);
  expect(wasReset({ stream: client, tcp: client })).toBe(false);
});

test("a reset of either side reaches the other one as a reset", async () => {
  for (const [from, to] of [["client", "server"] as const, ["server", "client"] as const]) {
    const ends = await joined();
    const end = endOf(ends[to]);
    ends[from].resetAndDestroy();
    expect(await end).toMatchObject({ code: "ECONNRESET" });
  }
});

test("what a server sent before it reset the connection still reaches the client", async () => {
  const { client, server, nearServer } = await joined();
  const received: Buffer[] = [];
  client.on("data", (chunk: Buffer) => received.push(chunk));
  server.write("last words");
  await once(nearServer, "data");
  server.resetAndDestroy();
  expect(await endOf(client)).toMatchObject({ code: "ECONNRESET" });
  expect(Buffer.concat(received).toString()).toBe("last words");
});

test("a reader that stops is not run over: the writer stops, and neither side is buffered without bound", async () => {
  const { client, server, nearClient } = await joined();
  client.pause();
  const chunk = Buffer.alloc(64 * 1024, 1);
  let sent = 0;
  while (server.write(chunk)) sent += chunk.length;
  // Keep writing until the kernel's buffers of both hops are full and the splice has stopped reading.
  const fill = (): void => {
    while (sent < 64 * 1024 * 1024 && server.write(chunk)) sent += chunk.length;
  };
  server.on("drain", fill);
  await new Promise<void>((resolve) => {
    const look = setInterval(() => {
      if (nearClient.writableNeedDrain && server.writableNeedDrain) resolve(clearInterval(look));
    }, 5);
  });
  expect(nearClient.writableLength).toBeLessThanOrEqual(256 * 1024);
  expect(sent).toBeLessThan(64 * 1024 * 1024);
  server.off("drain", fill);

  let received = 0;
  client.on("data", (bytes: Buffer) => {
    received += bytes.length;
  });
  client.resume();
  server.end();
  await once(client, "end");
  expect(received).toBeGreaterThanOrEqual(sent);
  expect(received % chunk.length).toBe(0);
});

test("bytes are shown before they are passed on", async () => {
  const seen: string[] = [];
  const taps = {
    ...silent,
    fromClient: (chunk: Buffer) => seen.push(`client ${chunk} ${ends.nearServer.bytesWritten}`),
    fromUpstream: (chunk: Buffer) => seen.push(`server ${chunk} ${ends.nearClient.bytesWritten}`),
  };
  const ends = await joined(taps);
  ends.client.write("ping");
  await once(ends.server, "data");
  ends.server.write("pong");
  await once(ends.client, "data");
  expect(seen).toEqual(["client ping 0", "server pong 0"]);
});

test("the end of both sides is told once", async () => {
  let closed = 0;
  let tell = (): void => {};
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const { client, server } = await joined({
    ...silent,
    closed: () => {
      closed += 1;
      tell();
    },
  });
  client.resume().end();
  server.resume().end();
  await told;
  expect(closed).toBe(1);
});

test("a side that was closed before the splice ends the other", async () => {
  const [client, nearClient] = await socketPair();
  const [server, nearServer] = await socketPair();
  server.on("error", () => {});
  client.destroy();
  nearClient.destroy();
  await once(nearClient, "close");
  splice({ stream: nearClient, tcp: nearClient }, { stream: nearServer, tcp: nearServer });
  expect(await endOf(server)).toMatchObject({ code: "ECONNRESET" });
});

test("resetting a socket that is gone does nothing", async () => {
  const [, near] = await socketPair();
  near.destroy();
  reset(near);
  expect(near.destroyed).toBe(true);
});

test("a connection that is just being shut down cannot be reset, but is closed", async () => {
  const [outer, inner] = await socketPair();
  outer.on("error", () => {}).resume();
  inner.end();
  const closed = once(inner, "close");
  reset(inner);
  await closed;
  expect(inner.destroyed).toBe(true);
});

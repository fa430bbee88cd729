import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { EndedEarly, peek } from "../../src/capture/peek.ts";
import { readAll } from "../support/capture-lab.ts";

async function pair(): Promise<{ near: Socket; far: Socket }> {
  const server = createServer({ allowHalfOpen: true });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const far = connect({ port: typeof address === "object" ? (address?.port ?? 0) : 0, allowHalfOpen: true });
  const [near]: Socket[] = await once(server, "connection");
  if (near === undefined) throw new Error("no connection");
  onTestFinished(() => {
    far.destroy();
    near.destroy();
    server.close();
  });
  return { near, far };
}

const atLeast =
  (length: number) =>
  (bytes: Buffer): number | undefined =>
    bytes.length >= length ? bytes.length : undefined;

test("every byte is put back, those of several reads too", async () => {
  const { far, near } = await pair();
  const peeked = peek(near, atLeast(6));
  far.write("abc");
  near.once("readable", () => far.end("defghi"));
  expect(await peeked).toBe(9);
  expect((await readAll(near)).toString()).toBe("abcdefghi");
});

test("bytes that arrive together with the end of the connection are put back", async () => {
  const { far, near } = await pair();
  far.end("abc");
  await once(far, "finish");
  expect(await peek(near, atLeast(3))).toBe(3);
  expect((await readAll(near)).toString()).toBe("abc");
});

test("a second look begins at the first byte again", async () => {
  const { far, near } = await pair();
  far.write("abc");
  await peek(near, atLeast(1));
  expect(await peek(near, (bytes) => bytes.toString())).toBe("abc");
});

test("a connection that ends before its message is complete is told as such", async () => {
  const { far, near } = await pair();
  const peeked = peek(near, atLeast(6));
  far.end("abc");
  await expect(peeked).rejects.toBeInstanceOf(EndedEarly);
});

test("a connection that is reset is told as such", async () => {
  const { far, near } = await pair();
  near.on("error", () => {});
  const peeked = peek(near, atLeast(6));
  far.resetAndDestroy();
  await expect(peeked).rejects.toBeInstanceOf(EndedEarly);
  await expect(peek(near, atLeast(1))).rejects.toBeInstanceOf(EndedEarly);
});

test("an aborted look puts back what it had seen", async () => {
  const { far, near } = await pair();
  const abort = new AbortController();
  const peeked = peek(near, atLeast(6), abort.signal);
  far.end("abc");
  near.once("readable", () => abort.abort("enough"));
  await expect(peeked).rejects.toBe("enough");
  expect((await readAll(near)).toString()).toBe("abc");
});

test("an exception of the judge reaches the caller", async () => {
  const { far, near } = await pair();
  far.write("abc");
  const judge = (): never => {
    throw new Error("cannot judge");
  };
  await expect(peek(near, judge)).rejects.toThrow("cannot judge");
});

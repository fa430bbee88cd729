import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { BodyBroken, holdBody } from "../../../src/capture/relay/held-body.ts";

const textOf = (chunks: readonly Buffer[]): string => Buffer.concat(chunks).toString();

test("a body within the limit is held as a whole", async () => {
  const body = new PassThrough();
  const seen: string[] = [];
  const held = holdBody(body, 5, (chunk) => seen.push(chunk.toString()));
  body.write("he");
  body.end("llo");
  expect({ text: textOf((await held).chunks), ended: (await held).ended, seen: seen.join("") }).toEqual({
    text: "hello",
    ended: true,
    seen: "hello",
  });
});

test("of a longer body the start is held, and the rest can be read from the stream", async () => {
  const body = new PassThrough();
  const held = holdBody(body, 3, () => {});
  body.write("hello");
  const { chunks, ended } = await held;
  body.end(" world");
  let rest = "";
  for await (const chunk of body) rest += String(chunk);
  expect({ text: textOf(chunks), ended, rest }).toEqual({ text: "hello", ended: false, rest: " world" });
});

test("a sender that goes away is told as broken", async () => {
  const body = new PassThrough();
  const held = holdBody(body, 3, () => {});
  body.destroy();
  await expect(held).rejects.toBeInstanceOf(BodyBroken);
  await expect(holdBody(body, 3, () => {})).rejects.toBeInstanceOf(BodyBroken);
});

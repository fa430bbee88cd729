import { expect, test } from "vitest";
import { ByteCollector } from "../../../src/capture/observe/byte-collector.ts";

function collected(budget: number, ...chunks: string[]) {
  const collector = new ByteCollector(budget);
  for (const chunk of chunks) collector.add(Buffer.from(chunk), 0, chunk.length);
  return collector;
}

test.each<[string, number, string[], string, number, boolean]>([
  ["everything within the budget", 10, ["hello", "you"], "helloyou", 8, false],
  ["exactly the budget", 5, ["hello"], "hello", 5, false],
  ["the beginning of a chunk that crosses the budget", 7, ["hello", "world"], "hellowo", 10, true],
  ["nothing of an empty body", 10, [], "", 0, false],
  ["nothing where the budget is zero", 0, ["hello"], "", 5, true],
  ["nothing where the budget is negative", -1, ["hello"], "", 5, true],
  ["nothing where the budget is no number", Number.NaN, ["hello"], "", 5, true],
  ["everything where the budget is infinite", Number.POSITIVE_INFINITY, ["hello", "you"], "helloyou", 8, false],
])("keeps %s", (_, budget, chunks, kept, length, truncated) => {
  const body = collected(budget, ...chunks).body(false);
  expect({ ...body, bytes: Buffer.from(body.bytes).toString() }).toEqual({ bytes: kept, length, truncated });
});

test("takes ranges of chunks", () => {
  const collector = new ByteCollector(100);
  collector.add(Buffer.from("say hello to"), 4, 9);
  expect(Buffer.from(collector.bytes()).toString()).toBe("hello");
});

test("a message that was cut is truncated whatever was kept", () => {
  expect(collected(10, "hello").body(true).truncated).toBe(true);
});

test("does not hold on to the chunk it was given", () => {
  const chunk = Buffer.alloc(64 * 1024, "a");
  const collector = new ByteCollector(1000);
  collector.add(chunk, 0, 100);
  chunk.fill("b");
  const kept = collector.bytes();
  expect(kept).toEqual(Buffer.alloc(100, "a"));
  expect(kept.buffer.byteLength).toBe(100);
});

test("takes at most twice what it keeps, also of one-byte chunks", () => {
  const collector = new ByteCollector(1_000_000);
  const byte = Buffer.from("a");
  for (let count = 0; count < 100_000; count += 1) collector.add(byte, 0, 1);
  expect(collector.bytes().buffer.byteLength).toBeLessThanOrEqual(200_000);
  expect(collector.length).toBe(100_000);
});

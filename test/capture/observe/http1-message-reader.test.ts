import { expect, test } from "vitest";
import type { BodyFraming } from "../../../src/capture/observe/http1-framing.ts";
import { MessageReader } from "../../../src/capture/observe/http1-message-reader.ts";

function reading(framing: BodyFraming) {
  const told: string[] = [];
  const reader = new MessageReader({
    head: (text) => {
      told.push(`head ${JSON.stringify(text)}`);
      return framing;
    },
    content: (chunk, start, end) => told.push(`content ${chunk.toString("latin1", start, end)}`),
    ended: () => told.push("ended"),
  });
  return { told, reader };
}

test("a message without a body ends with its head", () => {
  const { told, reader } = reading({ kind: "none" });
  reader.read(Buffer.from("A\r\n\r\nB\r\n\r\n"));
  expect(told).toEqual(['head "A\\r\\n\\r\\n"', "ended", 'head "B\\r\\n\\r\\n"', "ended"]);
});

test("content is told as it comes, the end when it is complete", () => {
  const { told, reader } = reading({ kind: "length", length: 4 });
  reader.read(Buffer.from("A\r\n\r\nab"));
  expect(told).toEqual(['head "A\\r\\n\\r\\n"', "content ab"]);
  reader.read(Buffer.from("cdB\r\n\r\n"));
  expect(told.slice(2)).toEqual(["content cd", "ended", 'head "B\\r\\n\\r\\n"']);
});

test("a body that is skipped leaves room for the next head", () => {
  const { told, reader } = reading({ kind: "length", length: 4 });
  reader.read(Buffer.from("A\r\n\r\n"));
  reader.skipBody();
  reader.read(Buffer.from("B\r\n\r\n"));
  expect(told).toEqual(['head "A\\r\\n\\r\\n"', 'head "B\\r\\n\\r\\n"']);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutAwsChunks } from "../../../src/decode/body/aws-chunked.ts";

const unframed = (text: string) => {
  const { bytes, complete } = withoutAwsChunks(Buffer.from(text));
  return { text: Buffer.from(bytes).toString(), complete };
};

test("takes signed chunks apart", () => {
  const signature = "chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648";
  expect(unframed(`5;${signature}\r\nhello\r\n6;${signature}\r\n world\r\n0;${signature}\r\n\r\n`)).toEqual({
    text: "hello world",
    complete: true,
  });
});

test("takes unsigned chunks apart and leaves the trailers out", () => {
  expect(unframed('f\r\n{"key":"value"}\r\n0\r\nx-amz-checksum-crc32:Pxicvw==\r\n\r\n')).toEqual({
    text: '{"key":"value"}',
    complete: true,
  });
});

test("keeps line ends that belong to the data", () => {
  expect(unframed("6\r\na\r\nb\r\n\r\n0\r\n\r\n")).toEqual({ text: "a\r\nb\r\n", complete: true });
});

test("yields what is there of a body that ends early, and says so", () => {
  expect(unframed("5\r\nhello\r\n6\r\n wo")).toEqual({ text: "hello wo", complete: false });
});

test("finds nothing in a body that is not chunked", () => {
  expect(unframed('{"a":1}')).toEqual({ text: "", complete: false });
});

test("any data in chunks of any size comes back", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 50 })), (chunks) => {
      const framed = chunks.flatMap((chunk) => [
        Buffer.from(`${chunk.length.toString(16)}\r\n`),
        chunk,
        Buffer.from("\r\n"),
      ]);
      const { bytes, complete } = withoutAwsChunks(Buffer.concat([...framed, Buffer.from("0\r\n\r\n")]));
      expect(Buffer.from(bytes)).toEqual(Buffer.concat(chunks));
      expect(complete).toBe(true);
    }),
  );
});

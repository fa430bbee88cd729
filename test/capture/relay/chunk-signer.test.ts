import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { ChunkSigner } from "../../../src/capture/relay/chunk-signer.ts";
import { signingKey } from "../../../src/capture/relay/signature-v4.ts";

/** The example of the Amazon S3 API reference, "Signature calculations: transferring a payload in multiple chunks". */
const CREDENTIALS = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};
const SIGNATURES = [
  "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
  "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
  "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9",
];

async function chunkSigner(): Promise<ChunkSigner> {
  return new ChunkSigner({
    key: await signingKey(CREDENTIALS, "20130524", { region: "us-east-1", signingName: "s3" }),
    date: "20130524T000000Z",
    scope: "20130524/us-east-1/s3/aws4_request",
    seed: "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
  });
}

const bodySigned = (signatures: readonly string[]): string =>
  `10000;chunk-signature=${signatures[0]}\r\n${"a".repeat(65_536)}\r\n` +
  `400;chunk-signature=${signatures[1]}\r\n${"a".repeat(1024)}\r\n` +
  `0;chunk-signature=${signatures[2]}\r\n\r\n`;

const FOREIGN = bodySigned(Array.from({ length: 3 }, () => "0".repeat(64)));

test.each([1, 7, 4096, 100_000])(
  "signs every chunk as AWS's example does, however the body is cut (%i bytes)",
  async (size) => {
    const signer = await chunkSigner();
    const signed = text(signer);
    for (let at = 0; at < FOREIGN.length; at += size) signer.write(FOREIGN.slice(at, at + size));
    signer.end();
    expect((await signed) === bodySigned(SIGNATURES)).toBe(true);
  },
);

test("trailers pass, and their signature is made anew", async () => {
  const signer = await chunkSigner();
  const signed = text(signer);
  const zero = "0".repeat(64);
  signer.end(`0;chunk-signature=${zero}\r\nx-amz-checksum-crc32:AAAA\r\nx-amz-trailer-signature:${zero}\r\n\r\n`);
  const [last, trailer, signature = "", ...rest] = (await signed).split("\r\n");
  expect({ last: last?.slice(0, 18), trailer, rest }).toEqual({
    last: "0;chunk-signature=",
    trailer: "x-amz-checksum-crc32:AAAA",
    rest: ["", ""],
  });
  expect(signature).toMatch(/^x-amz-trailer-signature:(?!0{64})[0-9a-f]{64}$/);
});

test.each(["hello", `zz;chunk-signature=${"0".repeat(64)}\r\n`, "5;chunk-signature=0\r\nhello\r\n", "x".repeat(200)])(
  "a body that is not chunked so is an error: %j",
  async (body) => {
    const signer = await chunkSigner();
    signer.end(body);
    await expect(text(signer)).rejects.toThrow(/signed/);
  },
);

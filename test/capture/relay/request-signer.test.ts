import { expect, test } from "vitest";
import type { HeaderField } from "../../../src/capture/captured-exchange.ts";
import { NotSignable, RequestSigner } from "../../../src/capture/relay/request-signer.ts";
import { type ForeignRequest, foreignFields } from "../../support/foreign-signer.ts";

const GIVEN = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "given" };
const REAL = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "real" };
const SESSION = { ...REAL, sessionToken: "token" };
const EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

const signer = new RequestSigner({ given: GIVEN, real: REAL });

const toSign = (wish: ForeignRequest, fields: readonly HeaderField[]) => ({
  method: wish.method ?? "POST",
  target: wish.target ?? "/",
  fields,
  body: Buffer.from(wish.body ?? ""),
});

const S3: ForeignRequest = {
  method: "GET",
  host: "b.s3.us-east-1.amazonaws.com",
  signingName: "s3",
  contentHash: EMPTY_HASH,
};

test.each<[string, ForeignRequest]>([
  [
    "a body whose hash is not told",
    { body: '{"TableName":"t"}', headers: { "X-Amz-Target": "DynamoDB_20120810.GetItem" } },
  ],
  [
    "a path that is escaped once more",
    {
      method: "GET",
      host: "lambda.us-east-1.amazonaws.com",
      signingName: "lambda",
      target: "/2015-03-31/functions/a%3Ab/c",
    },
  ],
  ["a path that is signed as it is, slashes and all", { ...S3, target: "/a//b/../c%20d%2B" }],
  ["a query", { ...S3, target: "/?list-type=2&prefix=a%2Fb%20c&delimiter=%2F&acl=" }],
  ["a body of which no hash is signed", { ...S3, method: "PUT", contentHash: "UNSIGNED-PAYLOAD", target: "/k" }],
])("%s: the new signature is the one that another SDK computes with the real key", async (_, wish) => {
  const signed = await signer.sign(toSign(wish, foreignFields(GIVEN, wish)));
  expect(signed).toEqual({ target: wish.target ?? "/", fields: foreignFields(REAL, wish) });
});

test("a session's token is added and signed", async () => {
  const wish: ForeignRequest = { ...S3, target: "/k" };
  const session = new RequestSigner({ given: GIVEN, real: SESSION });
  const { fields } = await session.sign(toSign(wish, foreignFields(GIVEN, wish)));
  const expected = foreignFields(SESSION, { ...wish, headers: { "x-amz-security-token": "token" } });
  expect(new Map(fields)).toEqual(new Map(expected));
});

test("Host is the forward target's, and signed, where one is given", async () => {
  const moving = new RequestSigner({ given: REAL, real: REAL, host: "127.0.0.1:9000" });
  const wish: ForeignRequest = { ...S3, target: "/b/k" };
  const { fields } = await moving.sign(toSign(wish, foreignFields(REAL, wish)));
  expect(fields).toEqual(foreignFields(REAL, { ...wish, host: "127.0.0.1:9000" }));
});

test("what others signed, and what nobody signed, passes as it is", async () => {
  const other = toSign({}, foreignFields({ accessKeyId: "AKIDOTHER", secretAccessKey: "x" }));
  expect(await signer.sign(other)).toBe(other);
  const unsigned = toSign({}, [["Host", "a"]]);
  expect(await signer.sign(unsigned)).toBe(unsigned);
});

test("whoever knows the key id alone gets nothing signed", async () => {
  const forged = toSign({}, foreignFields({ ...GIVEN, secretAccessKey: "guessed" }));
  await expect(signer.sign(forged)).rejects.toThrow("was not signed with the keys that iamgen gave its program");
  const changed = toSign({ target: "/other" }, foreignFields(GIVEN));
  await expect(signer.sign(changed)).rejects.toBeInstanceOf(NotSignable);
});

test("bodies signed chunk by chunk are signed anew on their way; streams of events are not, and told so", async () => {
  const chunked: ForeignRequest = {
    ...S3,
    method: "PUT",
    contentHash: "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
    target: "/k",
  };
  expect((await signer.sign(toSign(chunked, foreignFields(GIVEN, chunked)))).transform).toBeDefined();
  const events: ForeignRequest = { contentHash: "STREAMING-AWS4-HMAC-SHA256-EVENTS" };
  await expect(signer.sign(toSign(events, foreignFields(GIVEN, events)))).rejects.toThrow(
    /EVENTS cannot be signed anew/,
  );
});

test("another algorithm with a key of ours is told", async () => {
  const fields: HeaderField[] = [
    [
      "Authorization",
      "AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/20260115/s3/aws4_request, SignedHeaders=host, Signature=00",
    ],
  ];
  await expect(signer.sign(toSign({}, fields))).rejects.toThrow(
    "requests signed by AWS4-ECDSA-P256-SHA256 cannot be signed anew",
  );
});

test("the body is needed only where the head does not tell its hash, and only for requests of ours", () => {
  const needs = (fields: readonly HeaderField[]): boolean => signer.needsBody({ fields, target: "/" });
  expect([
    needs(foreignFields(GIVEN)),
    needs(foreignFields(GIVEN, S3)),
    needs(foreignFields({ ...GIVEN, accessKeyId: "AKIDOTHER" })),
  ]).toEqual([true, false, false]);
});

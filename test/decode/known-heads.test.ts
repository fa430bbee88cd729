import { expect, test } from "vitest";
import type { RequestHead } from "../../src/capture/captured-exchange.ts";
import { KnownHeads } from "../../src/decode/known-heads.ts";
import { rawRequest, signed } from "../support/raw-request.ts";

interface Varied {
  readonly target?: string;
  readonly signature?: string;
  readonly lines?: readonly string[];
}

const head = ({ target = "/b/key", signature = "Signature=0", lines = [] }: Varied = {}): RequestHead =>
  rawRequest(
    [
      `GET ${target} HTTP/1.1`,
      "Host: s3.us-east-1.amazonaws.com",
      signed("us-east-1/s3").replace("Signature=0", signature),
      ...lines,
      "",
      "",
    ].join("\n"),
  );

/** Gives each head that it sees for the first time the next number. */
function numbering(capacity = 10) {
  const heads = new KnownHeads<number>(capacity);
  let last = 0;
  return {
    heads,
    numberOf: (of: RequestHead): number =>
      heads.of(of, () => {
        last += 1;
        return last;
      }).value,
  };
}

test.each<[string, Varied]>([
  ["its signature", { signature: "Signature=f" }],
  ["its date", { lines: ["X-Amz-Date: 2"] }],
  ["its trace", { lines: ["traceparent: 2", "X-Amzn-Trace-Id: 2"] }],
  ["its attempt", { lines: ["amz-sdk-request: attempt=2; max=3", "amz-sdk-invocation-id: b"] }],
])("is the same head, whatever %s", (_, varied) => {
  const { numberOf } = numbering();
  expect([head(), head(varied)].map(numberOf)).toEqual([1, 1]);
});

test.each<[string, RequestHead]>([
  ["target", head({ target: "/c/key" })],
  ["header", head({ lines: ["range: bytes=0-1"] })],
  ["method", { ...head(), method: "PUT" }],
  ["host", { ...head(), host: "s3.eu-west-1.amazonaws.com" }],
  ["version of HTTP", { ...head(), httpVersion: "2" }],
  ["way to the server", { ...head(), connection: { ...head().connection, authority: "localhost:1" } }],
])("another %s is another head", (_, other) => {
  const { numberOf } = numbering();
  expect([head(), other, head(), other].map(numberOf)).toEqual([1, 2, 1, 2]);
});

test("heads that differ only where nothing is sampled are told apart", () => {
  const { numberOf } = numbering();
  const targets = ["x", "y", "z"].map((first) => head({ target: `/${first}${"0".repeat(100)}` }));
  expect([...targets, ...targets].map(numberOf)).toEqual([1, 2, 3, 1, 2, 3]);
});

test("the value of one header is not that of the next", () => {
  const { numberOf } = numbering();
  expect([head({ lines: ["ab: c"] }), head({ lines: ["a: bc"] })].map(numberOf)).toEqual([1, 2]);
});

test("a signature that is followed by more is read whole", () => {
  const { numberOf } = numbering();
  expect(["Signature=0, more=1", "Signature=1, more=1"].map((signature) => numberOf(head({ signature })))).toEqual([
    1, 2,
  ]);
});

test("tells the attempt of this head, not of the one that is known", () => {
  const { heads } = numbering();
  const attempt = (nth: number, id: string) =>
    heads.of(head({ lines: [`amz-sdk-request: attempt=${nth}; max=3`, `amz-sdk-invocation-id: ${id}`] }), () => 1);
  expect([attempt(1, "a"), attempt(2, "b")]).toEqual([
    { value: 1, isFirst: true, invocationId: "a" },
    { value: 1, isFirst: false, invocationId: "b" },
  ]);
});

test("takes the first of two headers, as whoever reads the request does", () => {
  const { heads } = numbering();
  const lines = ["amz-sdk-request: attempt=1", "amz-sdk-request: attempt=2", "amz-sdk-invocation-id: a"];
  expect(heads.of(head({ lines: [...lines, "amz-sdk-invocation-id: b"] }), () => 1)).toEqual({
    value: 1,
    isFirst: true,
    invocationId: "a",
  });
});

test("begins anew beyond its capacity", () => {
  const { numberOf } = numbering(2);
  const targets = ["/a", "/b", "/c"].map((target) => head({ target }));
  expect([...targets, ...targets.slice(0, 1)].map(numberOf)).toEqual([1, 2, 3, 4]);
});

test("a head of many kilobytes is not kept", () => {
  const { numberOf } = numbering();
  const long = head({ lines: [`x: ${"a".repeat(10_000)}`] });
  expect([long, long].map(numberOf)).toEqual([1, 2]);
});

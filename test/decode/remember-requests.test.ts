import { expect, test } from "vitest";
import type { CapturedRequest } from "../../src/capture/captured-exchange.ts";
import type { ApiCall } from "../../src/decode/api-call.ts";
import type { Decoder } from "../../src/decode/decoder.ts";
import { rememberRequests } from "../../src/decode/remember-requests.ts";
import { rawRequest, signed } from "../support/raw-request.ts";
import { realDecoder } from "../support/real-decoder.ts";

/** Counts how often it is asked. */
function counted(): { readonly decoder: Decoder; readonly asked: { plan: number; decode: number } } {
  const asked = { plan: 0, decode: 0 };
  const decoder = rememberRequests({
    ...realDecoder,
    planRequest(head, maxBody) {
      asked.plan += 1;
      return realDecoder.planRequest(head, maxBody);
    },
    decodeRequest(request) {
      asked.decode += 1;
      return realDecoder.decodeRequest(request);
    },
  });
  return { decoder, asked };
}

interface Varied {
  readonly table?: string;
  readonly date?: string;
  readonly signature?: string;
  readonly invocation?: string;
  readonly target?: string;
  readonly more?: string;
}

const getItem = ({ table = "t", date = "1", signature = "0", invocation = "a", target, more = "A: 1" }: Varied = {}) =>
  rawRequest(`POST / HTTP/1.1
    Host: dynamodb.us-east-1.amazonaws.com
    ${signed("us-east-1/dynamodb").replace("Signature=0", `Signature=${signature}`)}
    X-Amz-Date: ${date}
    amz-sdk-invocation-id: ${invocation}
    ${more}
    X-Amz-Target: DynamoDB_20120810.${target ?? "GetItem"}

    {"TableName":"${table}"}`);

const callOf = (decoder: Decoder, request: CapturedRequest): ApiCall | undefined => {
  const decoded = decoder.decodeRequest(request);
  return "call" in decoded ? decoded.call : undefined;
};

test("a call that is made again is decoded once, though time, signature and invocation differ", () => {
  const { asked, decoder } = counted();
  const first = callOf(decoder, getItem());
  const again = decoder.decodeRequest(getItem({ date: "2", signature: "f", invocation: "b" }));
  expect(asked.decode).toBe(1);
  expect(again).toEqual({ call: first, invocationId: "b" });
});

test("attempts at one call are decoded once, and the first is told from the others", () => {
  const { asked, decoder } = counted();
  const attempt = (nth: number) => decoder.decodeRequest(getItem({ more: `amz-sdk-request: attempt=${nth}; max=3` }));
  const first = attempt(1);
  expect(first).toMatchObject({ invocationId: "a", isFirstAttempt: true });
  expect({ ...attempt(2), isFirstAttempt: true }).toEqual(first);
  expect(attempt(2)).not.toHaveProperty("isFirstAttempt");
  expect(asked.decode).toBe(1);
});

test.each<[string, Varied]>([
  ["body", { table: "u" }],
  ["operation", { target: "PutItem" }],
  ["header of whatever name", { more: "A: 2" }],
])("another %s is another call", (_, varied) => {
  const { asked, decoder } = counted();
  decoder.decodeRequest(getItem());
  expect(callOf(decoder, getItem(varied))).toEqual(callOf(realDecoder, getItem(varied)));
  expect(asked.decode).toBe(2);
});

test("another access key, host or kept part of the body is another call", () => {
  const { asked, decoder } = counted();
  const request = getItem();
  const body = { ...request.body, truncated: true };
  const headers = request.headers.map(([name, value]) => [name, value.replace("AKIARZPU", "AKIARZPV")] as const);
  for (const other of [request, { ...request, headers }, { ...request, host: "h" }, { ...request, body }]) {
    expect(decoder.decodeRequest({ ...other, headers: [...other.headers] })).toEqual(
      realDecoder.decodeRequest({ ...other, headers: [...other.headers] }),
    );
  }
  expect(asked.decode).toBe(4);
});

test("a plan is made once for a head, whatever the body, and again for another limit", () => {
  const { asked, decoder } = counted();
  for (const table of ["t", "u"]) expect(decoder.planRequest(getItem({ table }), 1000)).toBe(1000);
  expect(decoder.planRequest(getItem(), 2000)).toBe(2000);
  expect(asked.plan).toBe(2);
});

test("what is not decoded is told as such each time", () => {
  const { decoder } = counted();
  const unsigned = (): CapturedRequest => rawRequest("GET / HTTP/1.1\nHost: nothing.amazonaws.com\n\n");
  expect(decoder.decodeRequest(unsigned())).toMatchObject({ kind: "undecoded" });
  expect(decoder.decodeRequest(unsigned())).toMatchObject({ kind: "undecoded" });
});

test("a long run of distinct calls is forgotten again", () => {
  const { asked, decoder } = counted();
  for (let table = 0; table < 600; table += 1) decoder.decodeRequest(getItem({ table: String(table) }));
  decoder.decodeRequest(getItem({ table: "599" }));
  expect(asked.decode).toBe(600);
  decoder.decodeRequest(getItem({ table: "0" }));
  expect(asked.decode).toBe(601);
});

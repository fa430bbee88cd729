import { encode } from "cborg";
import { expect, test } from "vitest";
import type { WireProtocol } from "../../src/decode/api-call.ts";
import { decodeInput, needsBody } from "../../src/decode/decode-input.ts";
import type { ChosenOperation } from "../../src/decode/find-operations.ts";
import { requestView } from "../../src/decode/request-view.ts";
import { apiModel, type MemberSketch, operation } from "../support/api-models.ts";
import { rawRequest } from "../support/raw-request.ts";

interface Case {
  readonly members?: readonly MemberSketch[];
  readonly head?: string;
  readonly body?: string | Uint8Array;
  readonly truncated?: boolean;
}

function choice(protocol: WireProtocol, members: readonly MemberSketch[] = []): ChosenOperation {
  const model = apiModel({ client: "any" });
  return { kind: "chosen", model, operation: operation({ name: "Op", members }), protocol, labels: { Id: "7" } };
}

function decode(protocol: WireProtocol, given: Case, chosen = choice(protocol, given.members)) {
  const view = requestView(rawRequest(given.head ?? "POST / HTTP/1.1\nHost: h"));
  const bytes = typeof given.body === "string" ? Buffer.from(given.body) : (given.body ?? new Uint8Array());
  const form = [["Size", "5"]] as const;
  const {
    input,
    truncated,
    chosen: taken,
  } = decodeInput({
    chosen,
    view,
    form,
    body: { bytes, truncated: given.truncated === true },
  });
  return { input, truncated, client: taken.model.client };
}

const SIZE = { name: "Size", type: "integer" } as const;
const HEAD_MEMBERS = [
  { name: "Id", location: "uri" },
  { name: "Limit", location: "query", type: "integer" },
] as const;

test.each([
  ["json", '{"Size":5}'],
  ["rpc-v2-cbor", encode({ Size: 5 })],
  ["query", ""],
  ["ec2", ""],
  ["rest-json", '{"Size":5}'],
  ["rest-xml", "<Op><Size>5</Size></Op>"],
] as const)("reads a body of %s", (protocol, body) => {
  expect(decode(protocol, { members: [SIZE], body }).input).toEqual({ Size: 5 });
});

test("reads the CBOR that older streaming SDKs send with a target", () => {
  const head = "POST / HTTP/1.1\nHost: h\nContent-Type: application/x-amz-cbor-1.1";
  expect(decode("json", { members: [SIZE], head, body: encode({ Size: 5 }) }).input).toEqual({ Size: 5 });
});

test("joins head and body of a REST operation", () => {
  const head = "POST /7?Limit=2 HTTP/1.1\nHost: h";
  expect(decode("rest-json", { members: [...HEAD_MEMBERS, SIZE], head, body: '{"Size":5}' }).input).toEqual({
    Size: 5,
    Id: "7",
    Limit: 2,
  });
});

test("a body that was cut yields the head's members and says so", () => {
  const members = [...HEAD_MEMBERS, SIZE];
  expect(decode("rest-json", { members, body: '{"Size":', truncated: true })).toMatchObject({
    input: { Id: "7" },
    truncated: true,
  });
});

test("a whole body that cannot be read throws", () => {
  expect(() => decode("json", { body: '{"Size":' })).toThrow();
});

test("a payload of bytes is present, unread, and never a reason to call the input cut", () => {
  const members = [{ name: "Body", location: "payload", type: "blob" }, ...HEAD_MEMBERS] as const;
  expect(decode("rest-xml", { members, body: "secret" }).input).toEqual({ Body: "", Id: "7" });
  expect(decode("rest-xml", { members, truncated: true })).toMatchObject({ input: { Body: "" }, truncated: false });
  expect(decode("rest-xml", { members }).input).toEqual({ Id: "7" });
});

test.each([
  ["rest-xml", { name: "Body", location: "payload", type: "blob" }, false],
  ["rest-json", { name: "Events", location: "payload", type: "event-stream" }, false],
  ["rest-xml", { name: "Tagging", location: "payload", type: "structure" }, true],
  ["rest-json", { name: "Name" }, true],
  ["rest-json", { name: "Name", location: "query" }, false],
  ["json", { name: "Name" }, true],
  ["query", { name: "Name" }, true],
] as const)("%s with %j needs the body: %s", (protocol, member, needed) => {
  expect(needsBody(choice(protocol, [member]))).toBe(needed);
});

test("of several APIs the one is meant that knows most of the names", () => {
  const other = { ...choice("rest-json", [{ name: "thingName" }]), model: apiModel({ client: "newer" }) };
  const chosen = { ...choice("rest-json", [{ name: "ThingName" }]), alternatives: [other] };
  expect(decode("rest-json", { body: '{"thingName":"t"}' }, chosen).client).toBe("newer");
  expect(decode("rest-json", { body: "{}" }, chosen).client).toBe("any");
});

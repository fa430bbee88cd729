/** The whole input of a request under the model's member names: head and body, by the protocol that it was sent in. */
import type { JsonObject, JsonValue, WireProtocol } from "./api-call.ts";
import type { ReadableBody } from "./body/readable-body.ts";
import type { ChosenOperation } from "./find-operations.ts";
import { BYTES, jsonObject } from "./json-values.ts";
import type { Parameter } from "./percent-decoding.ts";
import { readEc2Form } from "./protocol/ec2.ts";
import { readBindings } from "./protocol/http-bindings.ts";
import { readJsonBody } from "./protocol/json.ts";
import { readQueryForm } from "./protocol/query.ts";
import { readRestJsonBody } from "./protocol/rest-json.ts";
import { readRestXmlBody } from "./protocol/rest-xml.ts";
import { readCborBody } from "./protocol/rpc-v2-cbor.ts";
import { mediaType, type RequestView } from "./request-view.ts";

export interface DecodedInput {
  readonly input: JsonObject;
  /** The body ended before it could be read as a whole. */
  readonly truncated: boolean;
}

export interface InputSource {
  readonly chosen: ChosenOperation;
  readonly view: RequestView;
  readonly body: ReadableBody;
  /** Fields of the query and ec2 protocols. */
  readonly form: readonly Parameter[];
}

function restInput(read: typeof readRestJsonBody, { chosen, view, body }: InputSource): JsonObject {
  const bound = readBindings(view, chosen.operation, chosen.labels);
  return jsonObject([...Object.entries(read(body.bytes, chosen.operation)), ...bound]);
}

const isCbor = (view: RequestView): boolean =>
  /cbor$/.test(mediaType(view.header("content-type")).replace(/-1\.\d$/, ""));

const READERS: Record<WireProtocol, (source: InputSource) => JsonObject> = {
  query: ({ form, chosen }) => readQueryForm(form, chosen.operation.members),
  ec2: ({ form, chosen }) => readEc2Form(form, chosen.operation.members),
  "rest-json": (source) => restInput(readRestJsonBody, source),
  "rest-xml": (source) => restInput(readRestXmlBody, source),
  "rpc-v2-cbor": ({ body, chosen }) => readCborBody(body.bytes, chosen.operation.members),
  json: ({ body, chosen, view }) =>
    isCbor(view)
      ? readCborBody(body.bytes, chosen.operation.members)
      : readJsonBody(body.bytes, chosen.operation.members),
};

/** What decoding takes from the body: nothing of it, its bytes, or only whether there are any. */
export function needsBody({ operation, protocol }: ChosenOperation): boolean {
  if (protocol !== "rest-json" && protocol !== "rest-xml") return true;
  return operation.members.some(
    ({ location, type }) => location === "body" || (location === "payload" && isReadablePayload(type)),
  );
}

const isReadablePayload = (type: string): boolean =>
  type === "structure" || type === "document" || type === "list" || type === "map";

const unknownNames = ({ operation }: ChosenOperation, { input }: DecodedInput): number =>
  Object.keys(input).filter((name) => !operation.members.some((member) => member.name === name)).length;

/**
 * The input, and the API that knows most of the names in it where the head leaves several.
 * Throws where a body that arrived whole cannot be read.
 */
export function decodeInput(source: InputSource): DecodedInput & { readonly chosen: ChosenOperation } {
  const [first, ...others] = [source.chosen, ...(source.chosen.alternatives ?? [])].map((chosen) => {
    const decoded = decodeAs({ ...source, chosen });
    return { ...decoded, chosen, unknown: unknownNames(chosen, decoded) };
  });
  if (first === undefined) throw new RangeError("no operation");
  return others.reduce((best, other) => (other.unknown < best.unknown ? other : best), first);
}

function decodeAs(source: InputSource): DecodedInput {
  const { chosen, body } = source;
  const read = READERS[chosen.protocol];
  if (!needsBody(chosen)) return { input: withPayload(read({ ...source, body: NO_BODY }), source), truncated: false };
  try {
    return { input: read(source), truncated: body.truncated };
  } catch (error) {
    if (!body.truncated) throw error;
    return { input: read({ ...source, body: NO_BODY }), truncated: true };
  }
}

const NO_BODY: ReadableBody = { bytes: new Uint8Array(), truncated: false };

/** A payload of bytes counts as a member that is present; its value is never kept. */
function withPayload(input: JsonObject, { chosen, body }: InputSource): JsonObject {
  const payload = chosen.operation.members.find(({ location }) => location === "payload");
  if (payload === undefined || (body.bytes.length === 0 && !body.truncated)) return input;
  return { ...input, [payload.name]: BYTES satisfies JsonValue };
}

/**
 * The answer by which AWS refuses a call for lack of a permission, in the protocol that the call was sent in: the inverse of
 * `answer-error.ts` and `denial.ts`. SDKs raise their own exception from it and do not try again.
 */
import type { HeaderField, OwnAnswer } from "../../capture/captured-exchange.ts";
import { errorFormOf, unnamedCaller } from "../../services/error-forms.ts";
import type { ApiCall, Denial, WireProtocol } from "../api-call.ts";

export interface RefusedRequest {
  readonly call: ApiCall;
  /** As the request had them. */
  readonly headers: readonly HeaderField[];
  readonly denial: Denial;
  /** Stands behind AWS's own words. */
  readonly remark: string;
}

export interface Refusal {
  readonly answer: OwnAnswer;
  readonly errorCode: string;
}

interface Written {
  readonly status: number;
  readonly code: string;
  readonly headers: readonly HeaderField[];
  readonly body: string | Uint8Array;
}

type Writer = (message: string, request: RefusedRequest) => Written;

/** Of no request that AWS ever saw. */
const REQUEST_ID = "00000000-0000-0000-0000-000000000000";

const WRITERS: { readonly [P in WireProtocol]: Writer } = {
  json: (message, request) => (isCbor(request) ? cborError(message, request) : jsonError(message, request)),
  "rpc-v2-cbor": (message, request) => cborError(message, request),
  "rest-json": (message) => ({
    status: 403,
    code: "AccessDeniedException",
    headers: [
      ["Content-Type", "application/json"],
      ["x-amzn-RequestId", REQUEST_ID],
      ["x-amzn-ErrorType", "AccessDeniedException"],
    ],
    body: JSON.stringify({ Message: message, message }),
  }),
  query: (message) => xmlError("AccessDenied", (code) => errorResponse(code, message)),
  "rest-xml": (message, { call }) =>
    xmlError("AccessDenied", (code) =>
      errorFormOf(call.sdkId)?.isBare
        ? `<Error>${codeAndMessage(code, message)}<RequestId>${REQUEST_ID}</RequestId></Error>`
        : errorResponse(code, message),
    ),
  ec2: (message) =>
    xmlError("UnauthorizedOperation", (code) => {
      const error = codeAndMessage(code, `You are not authorized to perform this operation. ${message}`);
      return `<Response><Errors><Error>${error}</Error></Errors><RequestID>${REQUEST_ID}</RequestID></Response>`;
    }),
};

/** See https://smithy.io/2.0/aws/protocols/index.html for the forms. */
export function refusal(request: RefusedRequest): Refusal {
  const { body, code, headers, status } = WRITERS[request.call.protocol](denialText(request), request);
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  return { errorCode: code, answer: { status, headers, body: bytes } };
}

/** See https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
function denialText({ call, denial, remark }: RefusedRequest): string {
  const { action, isExplicit, principal, resource = "*" } = denial;
  const user = principal ?? unnamedCaller(call);
  const name = resource.replace(/\$\{([*?$])\}/g, "$1");
  const place = errorFormOf(call.sdkId)?.isBare ? `"${name}"` : name;
  const reason = isExplicit
    ? "with an explicit deny in an identity-based policy"
    : `because no identity-based policy allows the ${action} action`;
  return `User: ${user} is not authorized to perform: ${action} on resource: ${place} ${reason} ${remark}`;
}

const headerOf = ({ headers }: RefusedRequest, lowerCaseName: string): string | undefined =>
  headers.find(([name]) => name.toLowerCase() === lowerCaseName)?.[1];

const isCbor = (request: RefusedRequest): boolean => /\bcbor\b/i.test(headerOf(request, "content-type") ?? "");

function jsonError(message: string, request: RefusedRequest): Written {
  const code = "AccessDeniedException";
  // SDKs that know the API by its older query protocol ask for its codes.
  const asksForQueryCode = headerOf(request, "x-amzn-query-mode") !== undefined;
  const contentType = headerOf(request, "content-type") ?? "application/x-amz-json-1.1";
  return {
    status: 400,
    code,
    headers: [
      ["Content-Type", contentType],
      ["x-amzn-RequestId", REQUEST_ID],
      ["x-amzn-ErrorType", code],
      ...(asksForQueryCode ? [["x-amzn-query-error", "AccessDenied;Sender"] as const] : []),
    ],
    body: JSON.stringify({ __type: code, Message: message, message }),
  };
}

function cborError(message: string, request: RefusedRequest): Written {
  const code = "AccessDeniedException";
  const isSmithy = headerOf(request, "smithy-protocol") !== undefined;
  return {
    status: 400,
    code,
    headers: [
      ["Content-Type", headerOf(request, "content-type") ?? "application/cbor"],
      ["x-amzn-RequestId", REQUEST_ID],
      ...(isSmithy ? [["smithy-protocol", "rpc-v2-cbor"] as const] : [["x-amzn-ErrorType", code] as const]),
    ],
    body: cborMap([
      ["__type", code],
      ["message", message],
    ]),
  };
}

/** RFC 8949 3.1: a map of text strings, none of them longer than 64 KB. */
function cborMap(entries: readonly (readonly [string, string])[]): Uint8Array {
  const texts = entries.flat().map((text) => {
    const bytes = Buffer.from(text);
    return Buffer.concat([Buffer.from([0x79, bytes.length >> 8, bytes.length & 0xff]), bytes]);
  });
  return Buffer.concat([Buffer.from([0xa0 + entries.length]), ...texts]);
}

function xmlError(code: string, write: (code: string) => string): Written {
  return {
    status: 403,
    code,
    headers: [
      ["Content-Type", "text/xml"],
      ["x-amzn-RequestId", REQUEST_ID],
    ],
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${write(code)}`,
  };
}

const errorResponse = (code: string, message: string): string =>
  `<ErrorResponse><Error><Type>Sender</Type>${codeAndMessage(code, message)}</Error>` +
  `<RequestId>${REQUEST_ID}</RequestId></ErrorResponse>`;

const codeAndMessage = (code: string, message: string): string =>
  `<Code>${code}</Code><Message>${escaped(message)}</Message>`;

const ENTITIES: { readonly [character: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");

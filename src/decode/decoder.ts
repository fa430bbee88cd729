/**
 * The decoder: what a request means in the words of its model, and how its answer ended. It is the only door of this
 * folder that does something; nothing here throws, and what cannot be decoded says why.
 */
import type { CapturedRequest, KeptBody, RequestHead, ResponseHead } from "../capture/captured-exchange.ts";
import type { ApiIndex } from "../data/api-index.ts";
import type { Addressing } from "../services/define-addressing.ts";
import type { AnswerRule } from "../services/define-answers.ts";
import type { Excerpt } from "../services/paths-read.ts";
import { answerBody } from "./answer/answer-body.ts";
import { answerError } from "./answer/answer-error.ts";
import { createdIds, makesSomething } from "./answer/created-ids.ts";
import { identityOfDenied, keysNamed, learnedFacts } from "./answer/learned-facts.ts";
import { isFailure, outcomeOf } from "./answer/outcome.ts";
import type { ApiCall, DecodedRequest, Learned, Outcome, Undecoded } from "./api-call.ts";
import { rememberRequests } from "./remember-requests.ts";
import { createRequestReader } from "./request-reader.ts";
import { requestView } from "./request-view.ts";

export interface DecoderContext {
  readonly apis: ApiIndex;
  /** Rules' decode side, by sdkId. */
  readonly addressing: (sdkId: string) => Addressing | undefined;
  readonly answers: (sdkId: string, operation: string) => AnswerRule | undefined;
  /**
   * Member paths (`TransactItems[].Put.TableName`, `RequestItems{}` for map keys) whose values authorization reads
   * beyond the generated keep flags.
   */
  readonly pathsRead: (sdkId: string, operation: string) => readonly string[];
  /** Texts of which authorization reads no more than a pattern matches: the rest of them is never kept. */
  readonly excerptsRead?: (sdkId: string, operation: string) => readonly Excerpt[];
}

interface ReadResponse {
  readonly outcome: Outcome;
  readonly learned: readonly Learned[];
}

export interface Decoder {
  /** From the head alone: how many bytes of the request body decoding needs (0 for object uploads), at most `maxBody`. */
  planRequest(head: RequestHead, maxBody: number): number;
  decodeRequest(request: CapturedRequest): DecodedRequest | Undecoded;
  /** How many bytes of the response body `readResponse` wants to see: errors, and what an answer rule asks for. */
  planResponse(call: ApiCall, head: ResponseHead): number;
  readResponse(call: ApiCall, response: ResponseHead & { readonly body?: KeptBody }): ReadResponse;
}

const NO_ERROR = {};

/** Error bodies are short; what is longer is not an API's. */
const ERROR_BYTES = 64 * 1024;

/** Answers that name what was made are short, but for fleets. */
const CREATED_BYTES = 64 * 1024;

export function createDecoder(context: DecoderContext): Decoder {
  const reader = createRequestReader(context);
  const readResponse: Decoder["readResponse"] = (call, response) => {
    const body = answerBody(response, response.body);
    const ended = outcomeOf({ head: response, error: isFailure(response) ? answerError(response, body) : NO_ERROR });
    const rule = ended.kind === "succeeded" ? context.answers(call.sdkId, call.operation) : undefined;
    const keys = rule === undefined ? undefined : keysNamed(rule, { call, head: response, body });
    const outcome = keys === undefined ? ended : { ...ended, keys };
    const learned = [
      ...(rule === undefined ? [] : learnedFacts(rule, { call, head: response, body })),
      ...(outcome.kind === "succeeded" && body !== undefined ? createdIds(call, body.content) : []),
    ];
    const principal = outcome.denial?.principal;
    return { outcome, learned: principal === undefined ? learned : identityOfDenied(call, principal) };
  };
  return rememberRequests({
    planRequest: (head, maxBody) => orElse(0, () => reader.bodyNeeded(requestView(head), maxBody)),
    decodeRequest(request) {
      try {
        return reader.read(request);
      } catch (error) {
        return internal(request, error);
      }
    },
    planResponse: (call, head) => (isFailure(head) ? ERROR_BYTES : orElse(0, () => answerBytes(context, call))),
    readResponse: (call, response) =>
      orElse({ outcome: outcomeOf({ head: response, error: {} }), learned: [] }, () => readResponse(call, response)),
  });
}

function answerBytes({ answers }: DecoderContext, { sdkId, operation }: ApiCall): number {
  return Math.max(answers(sdkId, operation)?.bodyBytes ?? 0, makesSomething(operation) ? CREATED_BYTES : 0);
}

function orElse<T>(otherwise: T, attempt: () => T): T {
  try {
    return attempt();
  } catch {
    return otherwise;
  }
}

/** A bug of ours, told with the error's class only: its message may quote the request. */
function internal(request: CapturedRequest, error: unknown): Undecoded {
  const authority = request.host === "" ? request.connection.authority : request.host;
  const detail = error instanceof Error ? error.name : typeof error;
  return { kind: "undecoded", reason: "internal", authority, method: request.method, detail };
}

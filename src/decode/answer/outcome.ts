/** How a call ended: succeeded, failed, or denied for lack of permission. */
import type { ResponseHead } from "../../capture/captured-exchange.ts";
import type { Outcome } from "../api-call.ts";
import type { AnswerError } from "./answer-error.ts";
import { parseDenial } from "./denial.ts";

/** Codes by which APIs say that a permission is missing. */
const DENIALS = new Set([
  "AccessDenied",
  "AccessDeniedException",
  "AccessDeniedFault",
  "AuthorizationError",
  "AuthorizationErrorException",
  "Client.UnauthorizedOperation",
  "InsufficientPrivilegesException",
  "KMS.AccessDeniedException",
  "KMSAccessDeniedException",
  "KmsAccessDenied",
  "UnauthorizedAccess",
  "UnauthorizedAccessException",
  "UnauthorizedOperation",
]);

/** The signature or the account was refused, not the action: a policy cannot repair it. */
const NOT_A_DENIAL = new Set([
  "ExpiredToken",
  "ExpiredTokenException",
  "IncompleteSignature",
  "IncompleteSignatureException",
  "InvalidAccessKeyId",
  "InvalidClientTokenId",
  "InvalidSignatureException",
  "MissingAuthenticationToken",
  "MissingAuthenticationTokenException",
  "OptInRequired",
  "RequestExpired",
  "RequestTimeTooSkewed",
  "SignatureDoesNotMatch",
  "UnrecognizedClientException",
]);

/** See https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
const DENIAL_TEXT = /\bis not authorized to perform: ?[\w-]+:\w+/;

interface Answer {
  readonly head: ResponseHead;
  readonly error: AnswerError;
}

function isDenial({ head, error: { code, message } }: Answer): boolean {
  if (code !== undefined && NOT_A_DENIAL.has(code)) return false;
  if (code !== undefined && DENIALS.has(code)) return true;
  if (message !== undefined && DENIAL_TEXT.test(message)) return true;
  // A refused HEAD has no body that could say why.
  return head.status === 403 && code === undefined && message === undefined;
}

/** A redirect to the right region is a failure to the caller; `304 Not Modified` is an answer. */
export const isFailure = ({ status }: ResponseHead): boolean => status >= 300 && status !== 304;

export function outcomeOf(answer: Answer): Outcome {
  const { status } = answer.head;
  if (!isFailure(answer.head)) return { kind: "succeeded", httpStatus: status };
  const { code, message } = answer.error;
  const failure = { httpStatus: status, ...(code === undefined ? {} : { errorCode: code }) };
  if (!isDenial(answer)) return { kind: "failed", ...failure };
  const denial = message === undefined ? undefined : parseDenial(message);
  return { kind: "denied", ...failure, ...(denial === undefined ? {} : { denial }) };
}

/** Code and message of a failed call, in every protocol's form. */
import type { ResponseHead } from "../../capture/captured-exchange.ts";
import type { JsonObject, JsonValue } from "../api-call.ts";
import { isJsonArray, isJsonObject } from "../json-values.ts";
import { type AnswerBody, responseHeader } from "./answer-body.ts";

export interface AnswerError {
  readonly code?: string;
  /** Only to be looked at; it may name principals and resources and is never recorded. */
  readonly message?: string;
}

const text = (value: JsonValue | undefined): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/** `com.amazon.coral.service#AccessDeniedException:http://…` -> `AccessDeniedException`. */
function shortCode(code: string | undefined): string | undefined {
  const short = code?.split(":", 1)[0]?.split("#").at(-1)?.trim();
  return short !== undefined && /^[\w.-]{1,120}$/.test(short) ? short : undefined;
}

const firstOf = (value: JsonValue | undefined): JsonValue | undefined => (isJsonArray(value) ? value[0] : value);

/** `<ErrorResponse><Error>` of query and restXml, `<Response><Errors><Error>` of ec2, a bare `<Error>` of S3. */
function xmlError({ root, content }: AnswerBody): JsonObject {
  if (root === "Error") return content;
  const errors = firstOf(content["Errors"]);
  const error = firstOf(isJsonObject(errors) ? errors["Error"] : content["Error"]);
  return isJsonObject(error) ? error : content;
}

export function answerError(head: ResponseHead, body: AnswerBody | undefined): AnswerError {
  const error = body === undefined ? {} : body.root === undefined ? body.content : xmlError(body);
  const told =
    responseHeader(head, "x-amzn-errortype") ?? text(error["__type"]) ?? text(error["code"]) ?? text(error["Code"]);
  const code = shortCode(told) ?? shortCode(responseHeader(head, "x-amzn-query-error")?.split(";", 1)[0]);
  const message = text(error["message"]) ?? text(error["Message"]) ?? text(error["errorMessage"]);
  return { ...(code === undefined ? {} : { code }), ...(message === undefined ? {} : { message }) };
}

/** The words of HTTP/1.1 for transcripts: requests that are signed for S3, and answers. */
import { EXAMPLE_CREDENTIALS } from "../../support/run-iamgen.ts";

const SCOPE = `${EXAMPLE_CREDENTIALS.AWS_ACCESS_KEY_ID}/20260115/us-east-1/s3/aws4_request`;
const SIGNATURE = `AWS4-HMAC-SHA256 Credential=${SCOPE}, SignedHeaders=host;x-amz-date, Signature=00`;

/** `start` is method and target; the headers stand in front of what signs it. */
export function request(start: string, headers: readonly string[] = [], body = ""): string {
  const lines = [...headers, "Host: localhost", `Authorization: ${SIGNATURE}`, "X-Amz-Date: 20260115T000000Z"];
  return `${start} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${body}`;
}

export const put = (body: string, headers: readonly string[] = []): string =>
  request("PUT /bucket/key", [`Content-Length: ${body.length}`, ...headers], body);

export const get = (headers: readonly string[] = [], target = "/bucket/key"): string =>
  request(`GET ${target}`, headers);

export function response(start: string, headers: readonly string[] = [], body = ""): string {
  return `HTTP/1.1 ${[start, ...headers].join("\r\n")}\r\n\r\n${body}`;
}

export const ok = (body = "hi"): string => response("200 OK", [`Content-Length: ${body.length}`], body);

/** A body in chunks, and its end (RFC 9112 7.1). */
export const chunked = (...parts: readonly string[]): string =>
  [...parts, ""].map((part) => `${part.length.toString(16)}\r\n${part}\r\n`).join("");

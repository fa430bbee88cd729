/** The body as its protocol reads it: aws-chunked framing and gzip taken off, never growing beyond a fixed bound. */
import { constants, gunzipSync } from "node:zlib";
import type { KeptBody } from "../../capture/captured-exchange.ts";
import type { RequestView } from "../request-view.ts";
import { withoutAwsChunks } from "./aws-chunked.ts";

export interface ReadableBody {
  readonly bytes: Uint8Array;
  /** Not the whole body: cut by the budget, ended early, or too large when inflated. */
  readonly truncated: boolean;
}

/** What an inflated body may take; the default of `--max-body`. */
export const MAX_INFLATED_BYTES = 16 * 1024 * 1024;

/** A streaming signature other than that of event streams, or the coding's name, announces chunks. */
const STREAMING = /^STREAMING-(?!.*-EVENTS$)/;

const codingsOf = (view: RequestView): string[] =>
  (view.header("content-encoding") ?? "").split(",").map((coding) => coding.trim().toLowerCase());

function inflate(body: ReadableBody): ReadableBody {
  const isGzip = body.bytes[0] === 0x1f && body.bytes[1] === 0x8b;
  if (!isGzip) return body;
  const finishFlush = constants.Z_SYNC_FLUSH;
  try {
    return { ...body, bytes: gunzipSync(body.bytes, { finishFlush, maxOutputLength: MAX_INFLATED_BYTES }) };
  } catch {
    return { bytes: new Uint8Array(), truncated: true };
  }
}

export function readableBody(view: RequestView, kept: KeptBody): ReadableBody {
  const codings = codingsOf(view);
  let body: ReadableBody = { bytes: kept.bytes, truncated: kept.truncated };
  if (codings.includes("aws-chunked") || STREAMING.test(view.header("x-amz-content-sha256") ?? "")) {
    const { bytes, complete } = withoutAwsChunks(body.bytes);
    body = { bytes, truncated: body.truncated || !complete };
  }
  return codings.includes("gzip") ? inflate(body) : body;
}

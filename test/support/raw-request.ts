/** Turns the text of an HTTP request, as it would stand on the wire, into what capture hands to the decoder. */
import type { CapturedRequest, HeaderField } from "../../src/capture/captured-exchange.ts";

export interface RawOptions {
  readonly scheme?: "http" | "https";
  /** Bytes of the body that capture kept; all where absent. */
  readonly kept?: number;
  /** Instead of what follows the empty line. */
  readonly body?: Uint8Array;
}

/** A signature whose scope is all that matters; `{scope}` is `region/name`. */
export const signed = (scope: string, accessKeyId = "AKIARZPUZDIKABUWC3LH"): string =>
  `Authorization: AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260115/${scope}/aws4_request, SignedHeaders=host, Signature=0`;

/** Lines may be indented; the body begins after the first empty line. */
export function rawRequest(text: string, options: RawOptions = {}): CapturedRequest {
  const [headText = "", ...rest] = text.replace(/^\s*\n/, "").split(/\n[ \t]*\n/);
  const [requestLine = "", ...lines] = headText.split("\n").map((line) => line.trim());
  const [method = "", target = ""] = requestLine.split(" ");
  const headers = lines.filter((line) => line !== "").map(parseField);
  const host = headers.find(([name]) => name.toLowerCase() === "host")?.[1] ?? "";
  const whole = options.body ?? Buffer.from(rest.join("\n\n").trim());
  const bytes = whole.subarray(0, options.kept ?? whole.length);
  const scheme = options.scheme ?? "https";
  return {
    connection: { id: 1, approach: "connect", scheme, authority: host === "" ? "203.0.113.1:443" : `${host}:443` },
    id: 1,
    startedAt: 0,
    httpVersion: "1.1",
    method,
    target,
    host,
    headers,
    body: { bytes, length: whole.length, truncated: bytes.length < whole.length },
  };
}

function parseField(line: string): HeaderField {
  const colon = line.indexOf(":");
  return [line.slice(0, colon), line.slice(colon + 1).trim()];
}

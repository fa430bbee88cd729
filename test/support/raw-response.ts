/** Turns the text of an HTTP response into what capture hands to the decoder. */
import type { KeptBody, ResponseHead } from "../../src/capture/captured-exchange.ts";

/** Lines may be indented; the body begins after the first empty line. */
export function rawResponse(text: string, body?: Uint8Array): ResponseHead & { readonly body: KeptBody } {
  const [headText = "", ...rest] = text.replace(/^\s*\n/, "").split(/\n[ \t]*\n/);
  const [statusLine = "", ...lines] = headText.split("\n").map((line) => line.trim());
  const bytes = body ?? Buffer.from(rest.join("\n\n").trim());
  const headers = lines
    .filter((line) => line !== "")
    .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()] as const);
  return { status: Number(statusLine.split(" ")[1]), headers, body: { bytes, length: bytes.length, truncated: false } };
}

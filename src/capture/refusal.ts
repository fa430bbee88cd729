/** The few HTTP answers that are the proxy's own. Every one closes the connection; none is ever sent by an upstream. */
import type { Socket } from "node:net";

export interface Refusal {
  readonly status: 400 | 403 | 407 | 501 | 502 | 508;
  /** One line, lower-case, user input in backticks. */
  readonly message: string;
  readonly hint?: string;
}

const REASONS = {
  400: "Bad Request",
  403: "Forbidden",
  407: "Proxy Authentication Required",
  501: "Not Implemented",
  502: "Bad Gateway",
  508: "Loop Detected",
} as const satisfies Record<Refusal["status"], string>;

/** RFC 9110 11.7.1, RFC 7617. */
const CHALLENGE = 'Proxy-Authenticate: Basic realm="iamgen"\r\n';

/** How long a client may take to read the answer and hang up. */
const PARTING_MS = 5000;

/** Answers and closes, without cutting off the answer while the client is still sending. */
export function refuse(client: Socket, refusal: Refusal): void {
  const hint = refusal.hint === undefined ? "" : `hint: ${refusal.hint}\n`;
  const body = `iamgen: ${refusal.message}\n${hint}`;
  client.end(
    `HTTP/1.1 ${refusal.status} ${REASONS[refusal.status]}\r\n` +
      (refusal.status === 407 ? CHALLENGE : "") +
      "Content-Type: text/plain; charset=utf-8\r\n" +
      `Content-Length: ${Buffer.byteLength(body)}\r\n` +
      `Connection: close\r\n\r\n${body}`,
  );
  client.resume();
  const parting = setTimeout(() => client.destroy(), PARTING_MS);
  parting.unref();
  client.once("close", () => clearTimeout(parting));
}

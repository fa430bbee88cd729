/**
 * Learns from signed requests which origins speak for AWS (LocalStack, MinIO, moto …), before their sockets are opened.
 * A part of the hook `register.cts`, whose rules hold here.
 */
import type { LearnOrigins } from "./hook-parts.ts";

interface RequestOptions {
  readonly host?: unknown;
  readonly hostname?: unknown;
  readonly port?: unknown;
  readonly protocol?: unknown;
}
interface UndiciRequest {
  readonly origin: unknown;
  readonly path: unknown;
  readonly headers: unknown;
}

const loadModule = require;
/** SigV4, SigV4A and, for old stand-ins, SigV2. */
const SIGNED = /^AWS(?:4-HMAC-SHA256 |4-ECDSA-P256-SHA256 | [^ :]+:)/;
const SIGNED_QUERY = /[?&](?:X-Amz-Signature|AWSAccessKeyId)=/i;
/** undici keeps headers as one text (5) or as names and values in turn (6 and later). */
const SIGNED_LINES = /(?:^|\n)authorization(?:: |\n)AWS(?:4-HMAC-SHA256 |4-ECDSA-P256-SHA256 | [^ :]+:)/i;

function closeIdle(agent: import("node:http").Agent, options: object): void {
  const idle = agent.freeSockets[agent.getName(Object.assign({}, options, Reflect.get(agent, "options")))] || [];
  for (const socket of idle.slice()) socket.destroy();
}

const learnOrigins: LearnOrigins = (wrap, learn) => {
  const http: typeof import("node:http") = loadModule("http");
  // ClientRequest has its headers already when it asks its agent for a socket.
  wrap(http.Agent.prototype, "addRequest", (agent, [request, options]) => {
    if (!(request instanceof http.ClientRequest) || typeof options !== "object" || options === null) return undefined;
    if (!SIGNED.test(String(request.getHeader("authorization"))) && !SIGNED_QUERY.test(request.path)) return undefined;
    const { host, hostname, port, protocol }: RequestOptions = options;
    const isNews = learn(request.protocol || protocol, host || hostname, port);
    // An idle connection from before would carry this request past us.
    if (isNews && agent instanceof http.Agent) closeIdle(agent, options);
    return undefined;
  });

  const diagnostics: typeof import("node:diagnostics_channel") = loadModule("diagnostics_channel");
  const channel = diagnostics.channel("undici:request:create");
  const onCreate = (message: unknown): void => {
    const request: UndiciRequest = Reflect.get(Object(message), "request");
    const headers = Array.isArray(request.headers) ? request.headers.join("\n") : String(request.headers);
    if (!SIGNED_LINES.test(headers) && !SIGNED_QUERY.test(String(request.path))) return;
    const origin = new URL(String(request.origin));
    learn(origin.protocol, origin.hostname, origin.port);
  };
  channel.subscribe((message) => {
    try {
      onCreate(message);
    } catch (_error) {
      // A request of a shape that we do not know stays the program's own affair.
    }
  });
  // A channel that nobody holds is collected, and its subscribers with it. undici tells of a request, not of its pool: an idle
  // unsigned connection of fetch stays where it is.
  Object.defineProperty(learnOrigins, "channel", { value: channel });
};

module.exports = learnOrigins;

/**
 * The list of passes through which every HTTP/1 message goes, kept by http-proxy; the only file that knows the package. Its
 * own pass that forwards changes messages (it collapses `//`, joins and lower-cases fields, drops trailers and 1xx), so an
 * exact one stands in front of it and ends the list.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import "./quiet-extend.ts";
import httpProxy from "http-proxy";

export interface HttpMessage {
  /** Takes the message over: passes it on, or answers it. */
  readonly pass: (request: IncomingMessage, response: ServerResponse) => void;
}

/** http-proxy wants to know one; where a message really goes is its own pass's matter. */
const TARGET = { protocol: "http:", host: "upstream" } as const;

const passes = createPasses();

export function runPasses(request: IncomingMessage, response: ServerResponse, message: HttpMessage): void {
  passes.web(request, response, { target: TARGET, message });
}

function createPasses() {
  const server = httpProxy.createProxyServer({});
  server.before("web", "stream", (request, response, { message }) => {
    if (isMessage(message)) message.pass(request, response);
    return true;
  });
  return server;
}

const isMessage = (value: unknown): value is HttpMessage =>
  typeof value === "object" && value !== null && "pass" in value && typeof value.pass === "function";

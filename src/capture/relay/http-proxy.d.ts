/** The part of http-proxy 1.18 that `pass-list.ts` uses; the types on npm lack `before`. */
declare module "http-proxy" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  interface ProxyServer {
    /** Runs the passes in order until one returns true. */
    web(request: IncomingMessage, response: ServerResponse, options: object): void;
    before(
      kind: "web",
      pass: "stream",
      added: (request: IncomingMessage, response: ServerResponse, options: { readonly message?: unknown }) => boolean,
    ): void;
    on(event: "error", listener: (error: Error) => void): this;
  }
  const httpProxy: { createProxyServer(options: object): ProxyServer };
  export default httpProxy;
}

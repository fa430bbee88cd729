/** An HTTP relay in front of a stand-in that counts what arrives: the truth against which captured calls are compared. */
import { createServer, request as httpRequest, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface ArrivedRequest {
  readonly method: string;
  readonly target: string;
  /** Names and values alternating, as they arrived. */
  readonly rawHeaders: readonly string[];
}

export interface CountingRelay {
  readonly url: string;
  readonly requests: readonly ArrivedRequest[];
  close(): void;
}

function relay(incoming: IncomingMessage, port: number, answer: import("node:http").ServerResponse): void {
  const onward = httpRequest({ host: "127.0.0.1", port, method: incoming.method, path: incoming.url, setHost: false });
  for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
    onward.appendHeader(incoming.rawHeaders[at] ?? "", incoming.rawHeaders[at + 1] ?? "");
  }
  onward.removeHeader("expect");
  onward.on("response", (response) => {
    answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
    response.pipe(answer);
  });
  onward.on("error", () => answer.destroy());
  incoming.pipe(onward);
}

/** `ownAnswer`: what is answered as JSON instead, to requests that the stand-in at `port` knows nothing of. */
export async function startCountingRelay(
  port: number,
  ownAnswer: (request: IncomingMessage) => object | undefined = () => undefined,
): Promise<CountingRelay> {
  const requests: ArrivedRequest[] = [];
  const server: Server = createServer((incoming, answer) => {
    requests.push({ method: incoming.method ?? "", target: incoming.url ?? "", rawHeaders: incoming.rawHeaders });
    const own = ownAnswer(incoming);
    if (own === undefined) return relay(incoming, port, answer);
    incoming.resume();
    answer.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(own));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    requests,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A client that reaches its server through a proxy by CONNECT, as curl, Go and Python do; here with Node's own TLS. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";
import { onTestFinished } from "vitest";

export interface ProxiedTarget {
  readonly proxyPort: number;
  readonly hostname: string;
  readonly port: number;
  readonly alpn?: string[];
}

/** The connection behind a CONNECT that was answered with 200; rejects with the answer where it was another. */
export async function connectThrough({ proxyPort, hostname, port }: ProxiedTarget): Promise<Socket> {
  const socket = connect({ port: proxyPort, host: "127.0.0.1" });
  onTestFinished(() => void socket.destroy());
  await once(socket, "connect");
  socket.write(`CONNECT ${hostname}:${port} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`);
  const [answer]: Buffer[] = await once(socket, "data");
  socket.pause();
  if (!answer?.toString("latin1").startsWith("HTTP/1.1 200 ")) throw new Error(String(answer));
  return socket;
}

/** TLS inside that connection, trusting these roots alone; undefined: Node's own. */
export async function secureThrough(target: ProxiedTarget, ca: string | undefined): Promise<TLSSocket> {
  const socket = await connectThrough(target);
  const { alpn, hostname: servername } = target;
  const tls = connectTls({
    socket,
    servername,
    ...(ca !== undefined && { ca }),
    ...(alpn !== undefined && { ALPNProtocols: alpn }),
  });
  await once(tls, "secureConnect");
  tls.on("error", () => {});
  return tls;
}

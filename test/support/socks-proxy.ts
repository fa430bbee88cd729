/** A SOCKS 5 proxy of a few lines: names and addresses, with user name and password where it wants them. */
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { listening, type Upstream } from "./upstreams.ts";

export interface SocksProxy extends Upstream {
  /** `user:password`, empty without; then the kind of the address, the address itself in hex or as a name, and the port. */
  readonly asked: string[];
}

export interface SocksManner {
  /** `user:password` that it demands. */
  readonly userInfo?: string;
  /** Instead of connecting. */
  readonly reply?: number;
}

/** Reads exactly so many bytes. */
async function take(socket: Socket, length: number): Promise<Buffer> {
  for (;;) {
    const bytes: unknown = socket.read(length);
    if (Buffer.isBuffer(bytes)) return bytes;
    await once(socket, "readable");
  }
}

async function prefixed(socket: Socket): Promise<Buffer> {
  const [length = 0] = await take(socket, 1);
  return length === 0 ? Buffer.alloc(0) : take(socket, length);
}

async function userOf(socket: Socket, userInfo: string | undefined): Promise<string | undefined> {
  await take(socket, 1);
  const methods = await prefixed(socket);
  const method = userInfo === undefined ? 0 : 2;
  if (!methods.includes(method)) return void socket.end(Buffer.from([5, 0xff]));
  socket.write(Buffer.from([5, method]));
  if (method === 0) return "";
  await take(socket, 1);
  const user = `${await prefixed(socket)}:${await prefixed(socket)}`;
  if (user !== userInfo) return void socket.end(Buffer.from([1, 1]));
  socket.write(Buffer.from([1, 0]));
  return user;
}

async function serve(client: Socket, { userInfo, reply }: SocksManner, asked: string[]): Promise<void> {
  const user = await userOf(client, userInfo);
  if (user === undefined) return;
  const [, , , kind = 0] = await take(client, 4);
  const address =
    kind === 3 ? (await prefixed(client)).toString() : (await take(client, kind === 4 ? 16 : 4)).toString("hex");
  const port = (await take(client, 2)).readUInt16BE();
  asked.push([user, kind, address, port].join(" "));
  if (reply !== undefined) return void client.end(Buffer.from([5, reply, 0, 1, 0, 0, 0, 0, 0, 0]));
  const upstream = connect({ port, host: "127.0.0.1", allowHalfOpen: true }, () => {
    // A name as its own address is unusual and allowed.
    client.write(Buffer.from([5, 0, 0, 3, 1, 0x78, 0, 9]));
    client.pipe(upstream).pipe(client);
  });
  upstream.on("error", () => client.destroy());
  client.on("close", () => upstream.destroy());
}

/** Every host is this machine. */
export async function socksProxy(manner: SocksManner = {}): Promise<SocksProxy> {
  const asked: string[] = [];
  const server = createServer({ allowHalfOpen: true }, (client) => {
    client.on("error", () => {});
    serve(client, manner, asked).catch(() => client.destroy());
  });
  return { ...(await listening(server)), asked };
}

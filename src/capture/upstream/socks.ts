/** SOCKS 5 (RFC 1928, RFC 1929), as `ALL_PROXY=socks5h://…` names it: a connection through it to a target whose name it resolves itself. */
import { isIP, type Socket } from "node:net";
import type { Authority } from "../authority.ts";
import { EndedEarly, peek } from "../peek.ts";
import { addressBytes } from "../tls/address-bytes.ts";
import { type ProxyUser, proxyUser } from "./proxy-user.ts";
import { UpstreamFailure } from "./upstream-failure.ts";

const SOCKS = 5;
const NO_AUTHENTICATION = 0;
const USER_AND_PASSWORD = 2;
const CONNECT = 1;
const IPV4 = 1;
const NAME = 3;
const IPV6 = 4;

/** RFC 1928 section 6. */
const REPLIES: { readonly [reply: number]: string } = {
  1: "general failure",
  2: "not allowed by its rules",
  3: "network unreachable",
  4: "host unreachable",
  5: "connection refused",
  6: "time to live expired",
  7: "command not supported",
  8: "address type not supported",
};

/** `socks:` is how GNOME writes it. */
const SCHEMES = ["socks5h:", "socks5:", "socks:"];

export const isSocks = ({ protocol }: URL): boolean => SCHEMES.includes(protocol);

/** Everything up to the target's own first byte. Rejects with `UpstreamFailure`; the socket is destroyed then. */
export async function openSocksTunnel(socket: Socket, proxy: URL, target: Authority): Promise<void> {
  try {
    await authenticate(socket, proxyUser(proxy));
    socket.write(connectRequest(target));
    const reply = await answer(socket, replyLength);
    const code = reply[1] ?? 0;
    if (code !== 0) throw refused(`SOCKS_${code}`, REPLIES[code] ?? `reply ${code}`);
  } catch (error) {
    socket.destroy();
    throw error instanceof EndedEarly ? refused("PROXY_CLOSED", "hung up") : error;
  }
}

async function authenticate(socket: Socket, user: ProxyUser | undefined): Promise<void> {
  const offered = user === undefined ? [NO_AUTHENTICATION] : [NO_AUTHENTICATION, USER_AND_PASSWORD];
  socket.write(Buffer.from([SOCKS, offered.length, ...offered]));
  const [version, chosen] = await answer(socket, () => 2);
  if (version !== SOCKS) throw refused("PROXY_0", "does not speak SOCKS 5");
  if (chosen === NO_AUTHENTICATION) return;
  if (chosen !== USER_AND_PASSWORD || user === undefined) throw refused("PROXY_407", "wants other credentials");
  socket.write(Buffer.concat([Buffer.from([1]), prefixed(user.username), prefixed(user.password)]));
  const [, status] = await answer(socket, () => 2);
  if (status !== 0) throw refused("PROXY_407", "does not accept these credentials");
}

function connectRequest({ hostname, port }: Authority): Buffer {
  const family = isIP(hostname);
  const address = family === 0 ? prefixed(hostname) : addressBytes(hostname);
  const kind = family === 0 ? NAME : family === 4 ? IPV4 : IPV6;
  return Buffer.concat([Buffer.from([SOCKS, CONNECT, 0, kind]), address, Buffer.from([port >> 8, port & 0xff])]);
}

/** Behind a byte that tells its length; what is longer is cut, and then refused by the proxy. */
function prefixed(text: string): Buffer {
  const bytes = Buffer.from(text).subarray(0, 255);
  return Buffer.concat([Buffer.from([bytes.length]), bytes]);
}

/** Of version, reply, reserved, address and port; undefined: not known yet. */
function replyLength(bytes: Buffer): number | undefined {
  const kind = bytes[3];
  const first = bytes[4];
  if (kind === undefined || first === undefined) return undefined;
  return 6 + (kind === NAME ? 1 + first : kind === IPV6 ? 16 : 4);
}

/** Takes one message from the connection, and no byte of what follows. */
async function answer(socket: Socket, lengthOf: (bytes: Buffer) => number | undefined): Promise<Buffer> {
  const message = await peek(socket, (bytes) => {
    const length = lengthOf(bytes);
    return length === undefined || bytes.length < length ? undefined : Buffer.from(bytes.subarray(0, length));
  });
  socket.read(message.length);
  return message;
}

const refused = (code: string, what: string): UpstreamFailure =>
  new UpstreamFailure("connect", code, `the outer proxy: ${what}`);

/** IP addresses as the bytes that certificates carry (RFC 5280 4.2.1.6); the inverse of nothing we need. */
import { isIP } from "node:net";

/** 4 or 16 bytes in network order; throws on what is no IP address. */
export function addressBytes(address: string): Buffer {
  const family = isIP(address);
  if (family === 4) return Buffer.from(address.split(".").map(Number));
  if (family === 6) return ipv6Bytes(address);
  throw new TypeError(`not an IP address: \`${address}\``);
}

/** A mask of `length` bytes whose first `prefixLength` bits are set. */
export function maskBytes(length: number, prefixLength: number): Buffer {
  return Buffer.from(
    Array.from({ length }, (_, index) => {
      const bits = Math.min(8, Math.max(0, prefixLength - index * 8));
      return (0xff << (8 - bits)) & 0xff;
    }),
  );
}

function ipv6Bytes(address: string): Buffer {
  const [head = "", tail] = (address.split("%")[0] ?? "").split("::");
  const front = groups(head);
  const back = tail === undefined ? [] : groups(tail);
  const gap = Array.from({ length: 16 - front.length - back.length }, () => 0);
  return Buffer.from([...front, ...gap, ...back]);
}

function groups(text: string): number[] {
  if (text === "") return [];
  return text.split(":").flatMap((group) => {
    if (group.includes(".")) return group.split(".").map(Number);
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}

/** IP addresses and ranges in CIDR notation, IPv4 and IPv6 (RFC 4632, RFC 4291): what `IpAddress` compares. */

interface IpAddress {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

const OCTET = /^(?:0|[1-9]\d{0,2})$/;
const GROUP = /^[0-9a-f]{1,4}$/i;
const PREFIX_LENGTH = /^(?:0|[1-9]\d{0,2})$/;

/** True where `address` lies in `range`; an address without `/n` is a range of one. Never across IPv4 and IPv6. */
export function isInRange(address: string, range: string): boolean {
  const [base = "", length, ...rest] = range.split("/");
  const given = readAddress(address);
  const wanted = readAddress(base);
  if (given === undefined || wanted === undefined || rest.length > 0 || given.bits !== wanted.bits) return false;
  if (length !== undefined && !PREFIX_LENGTH.test(length)) return false;
  const hostBits = wanted.bits - Number(length ?? wanted.bits);
  return hostBits >= 0 && given.value >> BigInt(hostBits) === wanted.value >> BigInt(hostBits);
}

function readAddress(text: string): IpAddress | undefined {
  const isVersion6 = text.includes(":");
  const value = isVersion6 ? groupsValue(text) : octetsValue(text);
  return value === undefined ? undefined : { bits: isVersion6 ? 128 : 32, value };
}

function octetsValue(text: string): bigint | undefined {
  const octets = text.split(".");
  if (octets.length !== 4 || !octets.every((octet) => OCTET.test(octet) && Number(octet) < 256)) return undefined;
  return octets.reduce((sum, octet) => (sum << 8n) | BigInt(octet), 0n);
}

function groupsValue(text: string): bigint | undefined {
  const halves = withoutOctets(text)?.split("::") ?? [];
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - head.length - tail.length;
  // `::` stands for one group at least.
  const isComplete = halves.length === 2 ? missing >= 1 : halves.length === 1 && missing === 0;
  const groups = [...head, ...tail];
  if (!isComplete || !groups.every((group) => GROUP.test(group))) return undefined;
  const all = [...head, ...Array.from({ length: missing }, () => "0"), ...tail];
  return all.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

/** The last two groups may be written as an IPv4 address. */
function withoutOctets(text: string): string | undefined {
  if (!text.includes(".")) return text;
  const start = text.lastIndexOf(":") + 1;
  const value = octetsValue(text.slice(start));
  if (value === undefined) return undefined;
  return `${text.slice(0, start)}${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
}

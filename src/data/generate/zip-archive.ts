/** Reads a zip archive (a Python wheel is one) in memory: no zip64, no encryption. See https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
import { inflateRawSync } from "node:zlib";

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_SIZE = 22;
const STORED = 0;
const DEFLATED = 8;

export interface ZipArchive {
  /** Paths in the archive, in its order. */
  readonly paths: readonly string[];
  /** The content of a file; undefined where there is none. */
  read(path: string): Buffer | undefined;
  /** Day a file was last changed, as `2026-11-17`. */
  dayOf(path: string): string | undefined;
}

interface Entry {
  readonly method: number;
  /** MS-DOS date: years since 1980, month, day in 7, 4 and 5 bits. */
  readonly date: number;
  readonly packedSize: number;
  readonly headerAt: number;
}

function endOfDirectory(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_SIZE - 0xffff);
  for (let at = bytes.length - END_SIZE; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new Error("not a zip archive");
}

function readDirectory(bytes: Buffer): ReadonlyMap<string, Entry> {
  const end = endOfDirectory(bytes);
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error("the zip archive's directory is damaged");
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    entries.set(bytes.toString("utf8", at + 46, nameEnd), {
      method: bytes.readUInt16LE(at + 10),
      date: bytes.readUInt16LE(at + 14),
      packedSize: bytes.readUInt32LE(at + 20),
      headerAt: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/** Opens an archive. Throws where its directory cannot be read. */
export function openZip(bytes: Buffer): ZipArchive {
  const entries = readDirectory(bytes);
  return {
    paths: [...entries.keys()],
    dayOf(path) {
      const date = entries.get(path)?.date;
      if (date === undefined) return undefined;
      return `${1980 + (date >> 9)}-${twoDigits((date >> 5) & 15)}-${twoDigits(date & 31)}`;
    },
    read(path) {
      const entry = entries.get(path);
      if (entry === undefined) return undefined;
      const { headerAt, method, packedSize } = entry;
      const start = headerAt + 30 + bytes.readUInt16LE(headerAt + 26) + bytes.readUInt16LE(headerAt + 28);
      const packed = bytes.subarray(start, start + packedSize);
      if (method === STORED) return packed;
      if (method === DEFLATED) return inflateRawSync(packed);
      throw new Error(`\`${path}\` is packed by a method that is not read here: ${method}`);
    },
  };
}

/** Packs a zip archive in memory, deflated or stored, with one date for all files. */
import { deflateRawSync } from "node:zlib";

interface Zipped {
  readonly files: Readonly<Record<string, string>>;
  readonly stored?: boolean;
  /** Year, month, day. */
  readonly date?: readonly [number, number, number];
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;

function record(size: number, fields: readonly (readonly [offset: number, bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(size);
  for (const [offset, bytes, value] of fields) buffer.writeUIntLE(value, offset, bytes);
  return buffer;
}

export function zip({ files, stored = false, date: [year, month, day] = [2026, 11, 17] }: Zipped): Buffer {
  const date = ((year - 1980) << 9) | (month << 5) | day;
  const method = stored ? 0 : 8;
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path);
    const plain = Buffer.from(text);
    const packed = stored ? plain : deflateRawSync(plain);
    const sizes = [
      [4, 4, packed.length],
      [8, 4, plain.length],
      [12, 2, name.length],
    ] as const;
    const shifted = (by: number) => sizes.map(([offset, bytes, value]) => [offset + by, bytes, value] as const);
    const header = record(30, [[0, 4, LOCAL_HEADER], [8, 2, method], [12, 2, date], ...shifted(14)]);
    directory.push(
      record(46, [[0, 4, DIRECTORY_ENTRY], [10, 2, method], [14, 2, date], ...shifted(16), [42, 4, at]]),
      name,
    );
    bodies.push(header, name, packed);
    at += header.length + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const count = Object.keys(files).length;
  const end = record(22, [
    [0, 4, END_OF_DIRECTORY],
    [8, 2, count],
    [10, 2, count],
    [12, 4, listed.length],
    [16, 4, at],
  ]);
  return Buffer.concat([...bodies, listed, end]);
}

/**
 * Takes a ClientHello apart (RFC 8446 section 4.1.2). The package that knows the extensions reads it from a stream, field by
 * field and each with a promise: a quarter of a millisecond for every connection, all of whose bytes are here already.
 */

interface HelloExtension {
  readonly id: number;
  /** What it says; null where nobody knows, or it cannot be read. */
  readonly data: Record<string, unknown> | null;
}

/** As `read-tls-client-hello` has it, whose functions take it. */
export interface HelloMessage {
  version: number;
  random: Buffer;
  sessionId: Buffer;
  cipherSuites: number[];
  compressionMethods: number[];
  extensions: HelloExtension[];
}

/** What knows an extension by its number; of those that are known to nobody the data is null. */
export type ExtensionParsers = Readonly<Record<number, (data: Buffer) => unknown>>;

const TYPE_AND_LENGTH = 4;
const RANDOM_LENGTH = 32;
/** RFC 8701: numbers that stand for nothing, so that servers get used to them. */
export const isGrease = (value: number): boolean => (value & 0x0f0f) === 0x0a0a;

/** `message`: one whole handshake message, its type and length in front. Throws a RangeError where it is cut or malformed. */
export function helloMessage(message: Buffer, parsers: ExtensionParsers): HelloMessage {
  const fields = new Fields(message, TYPE_AND_LENGTH);
  return {
    version: fields.number(2),
    random: fields.bytes(RANDOM_LENGTH),
    sessionId: fields.bytes(fields.number(1)),
    cipherSuites: numbersIn(fields.bytes(fields.number(2))),
    compressionMethods: [...fields.bytes(fields.number(1))],
    extensions: extensionsIn(fields.bytes(fields.number(2)), parsers),
  };
}

function extensionsIn(bytes: Buffer, parsers: ExtensionParsers): HelloExtension[] {
  const fields = new Fields(bytes, 0);
  const extensions: HelloExtension[] = [];
  while (!fields.ended) {
    const id = fields.number(2);
    const data = fields.bytes(fields.number(2));
    extensions.push({ id, data: isGrease(id) ? null : parsed(parsers[id], data) });
  }
  return extensions;
}

/** What cannot be read is taken for an extension that nobody knows. */
function parsed(parser: ((data: Buffer) => unknown) | undefined, data: Buffer): HelloExtension["data"] {
  try {
    const found = parser?.(data);
    return typeof found === "object" && found !== null ? { ...found } : null;
  } catch {
    return null;
  }
}

function numbersIn(bytes: Buffer): number[] {
  const numbers: number[] = [];
  for (let at = 0; at < bytes.length; at += 2) numbers.push(bytes.readUInt16BE(at));
  return numbers;
}

/** Numbers and bytes, one behind the other; a RangeError where there are no more. */
class Fields {
  readonly #bytes: Buffer;
  #at: number;

  constructor(bytes: Buffer, start: number) {
    this.#bytes = bytes;
    this.#at = start;
  }

  get ended(): boolean {
    return this.#at === this.#bytes.length;
  }

  number(length: 1 | 2): number {
    return this.bytes(length).readUIntBE(0, length);
  }

  bytes(length: number): Buffer {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new RangeError("a ClientHello that is cut");
    const bytes = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return bytes;
  }
}

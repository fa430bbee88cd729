/** Our reading of header fields beside that of Node's HTTP/2 server: what that gives to a program must be what we tell. */
import { performServerHandshake } from "node:http2";
import { duplexPair } from "node:stream";
import { frame, SEEDS, WORDS } from "./seeds.mjs";

const PREFACE = Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
const FRAME = { headers: 1, settings: 4, ping: 6, goaway: 7 };
const ACK = 1;
const END_OF_STREAM_AND_HEADERS = 5;
/** GET, https, `/` by index, and the authority `h` as a literal: a request, so that whatever else comes is looked at. */
const REQUEST = Buffer.from("828784010168", "hex");
/** Updates of the table's size: to 0, 30, 100, 4096, 65,536; to 0 and back. */
const SIZES = ["20", "3e", "3f45", "3fe11f", "3fe1ff03", "203fe11f"].map((text) => Buffer.from(text, "hex"));
const NONE = Buffer.alloc(0);
/** A frame as every server takes it. */
const MOST_BYTES = 16_000;

/** Where the server goes on, we do too; where it gives fields to the program, they are ours. */
export async function hpackTarget(built) {
  const [{ HpackDecoder }, { LostPlace }] = await Promise.all([
    built("capture/observe/hpack.js"),
    built("capture/observe/lost-place.js"),
  ]);
  /** The fields that a program is given, names and values in turn, or why there are none. */
  const readBy = (decoder, block) => {
    try {
      return decoder.decode(block).filter(isGiven).flat();
    } catch (error) {
      if (error instanceof LostPlace) return error.message;
      throw error;
    }
  };
  return {
    name: "hpack beside node",
    seeds: SEEDS.hpack,
    words: WORDS.hpack,
    isSlow: true,
    /** Damaged blocks one after the other, as tables are what decoders differ in. */
    async run(bytes, random) {
      const tableSize = random() < 0.5 ? 4096 : 65_536;
      const decoder = new HpackDecoder();
      decoder.offerTableSize(tableSize);
      const session = openSession(tableSize);
      try {
        for (const block of blocksOf(bytes, random)) {
          const ours = readBy(decoder, block);
          const theirs = await session.ask(block);
          compare(ours, theirs);
          if (typeof ours === "string" || theirs === "ended") return;
        }
      } finally {
        session.end();
      }
    },
  };
}

/** Node's server keeps what RFC 9113 section 8.2.1 forbids from its program, and goes on. */
const isGiven = ([name, value]) =>
  /^:?[!#$%&'*+.^_`|~0-9a-z-]+$/.test(name) &&
  !/^[ \t]|[ \t]$/.test(value) &&
  [...value].every(isText) &&
  (name !== "host" || /^[\w!$%&'()*+,./:;=@[\]~-]*$/.test(value));

const isText = (character) => character === "\t" || (character >= " " && character !== "\x7f");

/** The damaged block, and valid ones before and behind it. */
function blocksOf(bytes, random) {
  const valid = () => SEEDS.hpack[Math.floor(random() * SEEDS.hpack.length)];
  const before = Array.from({ length: Math.floor(random() * 3) }, valid);
  const rest = [...before, bytes.subarray(0, MOST_BYTES), valid(), valid()];
  // An update of the table's size stands first in its block (RFC 7541 section 4.2).
  return rest.map((fields) =>
    Buffer.concat([random() < 0.2 ? SIZES[Math.floor(random() * SIZES.length)] : NONE, REQUEST, fields]),
  );
}

function compare(ours, theirs) {
  if (typeof ours === "string") {
    // We bound a list of fields ourselves.
    if (theirs !== "ended" && !ours.includes("over 1 MB")) throw new Error(`node goes on: ${ours}`);
    return;
  }
  if (typeof theirs !== "string" && JSON.stringify(theirs) !== JSON.stringify(ours)) {
    throw new Error(`node: ${JSON.stringify(theirs)}\nours: ${JSON.stringify(ours)}`);
  }
}

/** `ask` tells the fields of a block as a program is given them, `refused` for a request that is none, or `ended`. */
function openSession(tableSize) {
  const [client, served] = duplexPair();
  const given = new Map();
  const asked = { streams: 0, answer: () => {} };
  const session = performServerHandshake(served, { settings: { headerTableSize: tableSize } });
  for (const end of [client, served, session]) end.on("error", () => {}).on("close", () => asked.answer("ended"));
  session.on("stream", (stream, _headers, _flags, raw) => {
    stream.on("error", () => {});
    given.set(stream.id, raw);
  });
  client.on(
    "data",
    framesTo(({ type, flags }) => {
      if (type === FRAME.goaway) asked.answer("ended");
      // A stream is told on the next tick; the answer to a ping comes at once.
      const settled = () => asked.answer(given.get(asked.streams * 2 - 1) ?? "refused");
      if (type === FRAME.ping && flags === ACK) process.nextTick(settled);
    }),
  );
  client.write(Buffer.concat([PREFACE, frame(FRAME.settings, 0, 0), frame(FRAME.settings, ACK, 0)]));
  return {
    ask(block) {
      asked.streams += 1;
      const headers = frame(FRAME.headers, END_OF_STREAM_AND_HEADERS, asked.streams * 2 - 1, block);
      return new Promise((resolve) => {
        asked.answer = resolve;
        client.write(Buffer.concat([headers, frame(FRAME.ping, 0, 0, Buffer.alloc(8))]));
      });
    },
    end() {
      session.destroy();
      client.destroy();
    },
  };
}

/** Takes chunks of the server's answer, tells its frames. */
function framesTo(tell) {
  let bytes = Buffer.alloc(0);
  return (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    while (bytes.length >= 9 && bytes.length >= 9 + bytes.readUIntBE(0, 3)) {
      const length = bytes.readUIntBE(0, 3);
      tell({ type: bytes[3], flags: bytes[4] });
      bytes = bytes.subarray(9 + length);
    }
  };
}

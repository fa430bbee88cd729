/** Damaged copies of valid inputs, the same ones for the same number: bits, lengths, cuts, repeats, splices, words of the format. */

/** Mulberry32: a stream of numbers in [0, 1) from one of 32 bits. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const INTERESTING = [0, 1, 9, 10, 13, 32, 34, 38, 58, 60, 92, 123, 127, 128, 159, 192, 254, 255];
const MOST_BYTES = 1 << 16;

/** One to six damages, one after the other; never longer than 64 KiB. `words` are bytes that the format knows. */
export function mutate(seeds, words, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  let bytes = Buffer.from(pick(seeds));
  for (let damages = 1 + Math.floor(random() * 6); damages > 0; damages--) {
    const at = Math.floor(random() * (bytes.length + 1));
    const length = Math.floor(random() ** 3 * (bytes.length - at));
    bytes = pick(DAMAGES)({ bytes, at, length, random, pick, seeds, words });
  }
  return bytes.subarray(0, MOST_BYTES);
}

const spliced = (bytes, at, length, put) => Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + length)]);

const DAMAGES = [
  ({ bytes, at, random }) => replaced(bytes, at, (byte) => byte ^ (1 << Math.floor(random() * 8))),
  ({ bytes, at, pick }) => replaced(bytes, at, () => pick(INTERESTING)),
  ({ bytes, at, random }) => replaced(bytes, at, (byte) => byte + (random() < 0.5 ? 1 : 255)),
  ({ bytes, at, length }) => spliced(bytes, at, length, Buffer.alloc(0)),
  ({ bytes, at, length }) => spliced(bytes, at, 0, bytes.subarray(at, at + length)),
  ({ bytes, at, random }) =>
    spliced(bytes, at, 0, Buffer.alloc(Math.floor(random() * 300), Math.floor(random() * 256))),
  ({ bytes, at, pick, words }) => spliced(bytes, at, 0, Buffer.from(pick(words))),
  ({ bytes, at, pick, words }) => spliced(bytes, at, Math.min(4, bytes.length - at), Buffer.from(pick(words))),
  ({ bytes, at }) => bytes.subarray(0, at),
  ({ bytes, at, pick, seeds }) => Buffer.concat([bytes.subarray(0, at), pick(seeds).subarray(at)]),
];

function replaced(bytes, at, change) {
  if (at >= bytes.length) return bytes;
  const copy = Buffer.from(bytes);
  copy[at] = change(copy[at]) & 255;
  return copy;
}

/** Cuts bytes the ways a network may: in one piece, byte by byte, at pseudo-random places (same seed, same places). */

export type Split = (bytes: Buffer) => Buffer[];

export const whole: Split = (bytes) => [bytes];

export const byteByByte: Split = (bytes) => Array.from(bytes, (byte) => Buffer.of(byte));

/** Pieces of 1 to `longest` bytes. */
export function atRandom(seed: number, longest: number): Split {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return (bytes) => {
    const pieces: Buffer[] = [];
    for (let at = 0; at < bytes.length; ) {
      const end = at + 1 + Math.floor(next() * longest);
      pieces.push(bytes.subarray(at, end));
      at = end;
    }
    return pieces;
  };
}

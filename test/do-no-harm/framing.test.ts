/** HTTP/1.1 in all its framings, plain and secured, whole and byte by byte: nobody can tell whether iamgen is there. */
import { describe, expect, test } from "vitest";
import { LONG } from "../support/long-mode.ts";
import { type Circumstances, compare } from "./compared/compare.ts";
import { FRAMINGS } from "./compared/framings.ts";
import { type Manner, situationOf, type Turn } from "./compared/transcript.ts";

const CLEAR: Circumstances = {};
const TLS: Circumstances = { tls: {} };
const WHOLE: Manner = {};
const IN_PIECES: Manner = { piece: 1 };

const WAYS: readonly (readonly [string, Circumstances, Manner])[] = [
  ["in the clear, byte by byte", CLEAR, IN_PIECES],
  ["by TLS", TLS, WHOLE],
];
const MORE_WAYS: typeof WAYS = [
  ["in the clear", CLEAR, WHOLE],
  ["by TLS, byte by byte", TLS, IN_PIECES],
];

/** Byte by byte is for what is small. */
const isLong = (turns: readonly Turn[]): boolean => turns.some(({ act }) => "bytes" in act && act.bytes.length > 5000);

describe.each(LONG ? [...WAYS, ...MORE_WAYS] : WAYS)("%s", { timeout: 20_000 }, (_, circumstances, manner) => {
  test.each(Object.entries(FRAMINGS))("%s", async (_, turns) => {
    const fitting = isLong(turns) && manner.piece === 1 ? { piece: 1000 } : manner;
    const { differences, recording, without } = await compare(situationOf(turns, fitting), circumstances);
    expect(differences).toEqual([]);
    expect(without.result).toBe("played to the end");
    expect(recording.tunnels).toEqual([]);
    expect(recording.notices).toEqual([]);
    expect(recording.calls.length + recording.undecoded.length).toBeGreaterThan(0);
  });
});

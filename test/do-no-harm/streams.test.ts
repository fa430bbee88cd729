/** Bodies of every size and connections by the hundred. IAMGEN_LONG=1: 5 GiB, a thousand connections, minutes of silence. */
import { describe, expect, test } from "vitest";
import { generatedChunks } from "../support/generated-bytes.ts";
import { LONG } from "../support/long-mode.ts";
import { type Circumstances, compare, type Situation } from "./compared/compare.ts";
import { get, ok, request, response } from "./compared/http1.ts";
import { client, server, situationOf } from "./compared/transcript.ts";

const KIB = 1024;
const MIB = KIB * KIB;
const SIZES = [0, 1, 64 * KIB + 1, 8 * MIB];
const FIVE_GIB = 5 * KIB * MIB;
const CONNECTIONS = LONG ? 1000 : 50;
const IDLE_MS = 3 * 60_000;

const TRANSPORTS: readonly (readonly [string, Circumstances])[] = [
  ["in the clear", {}],
  ["by TLS", { tls: {} }],
];

const timeout = LONG ? 15 * 60_000 : 20_000;

describe.each(TRANSPORTS)("%s", { timeout }, (_, circumstances) => {
  test.each(SIZES)("%i bytes up, and as many down", (size) => there(size, circumstances));

  test(`${CONNECTIONS} connections at once, each with its own answers`, async () => {
    const { differences, recording, without } = await compare(crowd(CONNECTIONS), circumstances);
    expect(differences).toEqual([]);
    expect(without.result).toBe(CONNECTIONS);
    expect(recording.calls).toHaveLength(CONNECTIONS);
  });

  test.runIf(LONG)("three minutes of silence between two requests", async () => {
    const turns = [
      client.says(get()),
      server.says(ok()),
      client.pauses(IDLE_MS),
      client.says(get()),
      server.says(ok()),
    ];
    expect((await compare(situationOf(turns), circumstances)).differences).toEqual([]);
  });
});

test.runIf(LONG)("5 GiB up, and as many down, by TLS", { timeout }, () => there(FIVE_GIB, { tls: {} }));

async function there(size: number, circumstances: Circumstances): Promise<void> {
  const stream = (): Iterable<Buffer> => generatedChunks(size);
  const length = `Content-Length: ${size}`;
  const turns = [
    client.says(request("PUT /bucket/key", [length])),
    client.streams(stream, size),
    server.says(ok("")),
    client.says(get()),
    server.says(response("200 OK", [length])),
    server.streams(stream, size),
  ];
  const { differences, recording, without } = await compare(situationOf(turns), circumstances);
  expect(differences).toEqual([]);
  expect(without.server[0]?.length).toBeGreaterThan(size);
  expect(recording.notices).toEqual([]);
}

/** All are open before the first is answered; the result counts those that got what they asked for. */
function crowd(count: number): Situation {
  return {
    async server(peer) {
      const head = await peer.until("\r\n\r\n");
      await peer.send(ok(/\/(\d+) /.exec(head)?.[1]));
      await peer.otherEnded();
      peer.end();
    },
    async client(open) {
      const peers = await Promise.all(Array.from({ length: count }, open));
      const answers = peers.map(async (peer, number) => {
        await peer.send(get([], `/bucket/${number}`));
        const answer = ok(String(number));
        const right = (await peer.until(answer.length)) === answer;
        peer.end();
        return right;
      });
      return (await Promise.all(answers)).filter(Boolean).length;
    },
  };
}

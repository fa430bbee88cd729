import { createSocket } from "node:dgram";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import type { CsmEvent, CsmFlaw } from "../../src/capture/csm-event.ts";
import { type CsmListenerOptions, lostIn, startCsmListener } from "../../src/capture/csm-listener.ts";
import { SetupError } from "../../src/errors.ts";
import { attemptFields, callFields, datagram, sendDatagrams } from "../support/csm.ts";

async function listening(options: Partial<CsmListenerOptions> = {}) {
  const events: CsmEvent[] = [];
  const flaws: CsmFlaw[] = [];
  const listener = await startCsmListener({
    port: 0,
    onEvent: (event) => events.push(event),
    onFlaw: (flaw) => flaws.push(flaw),
    ...options,
  });
  return { listener, events, flaws };
}

test("what has arrived when it is closed is read first", async () => {
  const { listener, events, flaws } = await listening();
  const good = [datagram(attemptFields()), datagram(callFields())];

  await sendDatagrams(listener.port, [...good, Buffer.from("hello"), datagram(callFields()).subarray(0, 40)]);

  expect(await listener.close()).toEqual({ lost: 0 });
  expect(events.map(({ kind }) => kind)).toEqual(["attempt", "call"]);
  expect(flaws).toEqual(["foreign", "malformed"]);
  expect(listener.received).toBe(4);
});

test("the user's own agent gets every datagram as it came", async () => {
  const agent = createSocket("udp4").bind(0, "127.0.0.1");
  onTestFinished(() => void agent.close());
  await once(agent, "listening");
  const { listener } = await listening({ relayTo: { host: "127.0.0.1", port: agent.address().port } });
  const arrived = once(agent, "message");

  await sendDatagrams(listener.port, [Buffer.from("whatever it is")]);

  const [bytes] = await arrived;
  expect(String(bytes)).toBe("whatever it is");
  await listener.close();
});

test("a port in use is told with what helps", async () => {
  const { listener } = await listening();

  const second = await startCsmListener({ port: listener.port, onEvent: () => {}, onFlaw: () => {} }).catch(
    (error: unknown) => error,
  );

  expect(second).toBeInstanceOf(SetupError);
  expect(second).toMatchObject({ code: "port-in-use", hint: "pass --csm=0 to pick a free port" });
  await listener.close();
});

test("drops are read from the kernel's table", () => {
  const table = `   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
  410: 0100007F:0277 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 31 2 0000000000000000 3
 9107: 0100007F:7918 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 32 2 0000000000000000 17
`;
  expect(lostIn(table, 31_000)).toBe(17);
  expect(lostIn(table, 631)).toBe(3);
  expect(lostIn(table, 5)).toBe(0);
  expect(lostIn("", 31_000)).toBe(0);
});

/** What any program of the machine can send to the port of client-side monitoring, up to the call that it tells of. */
import { SEEDS, WORDS } from "./seeds.mjs";

/** No event is told twice, and each that is told is a call or says why not. */
export async function csmTarget(built) {
  const [{ readCsmDatagram }, { createAttemptJoiner }, { openCsmDecoder }] = await Promise.all([
    built("capture/csm-datagram.js"),
    built("decode/csm/join-attempts.js"),
    built("pipeline/open-decoder.js"),
  ]);
  const decoder = await openCsmDecoder();
  return {
    name: "csm datagram",
    seeds: SEEDS.csm,
    words: WORDS.body,
    run(bytes, random) {
      const datagrams = random() < 0.5 ? [bytes, ...SEEDS.csm] : [...SEEDS.csm, bytes];
      const events = datagrams.map(readCsmDatagram).filter((event) => typeof event === "object");
      const joiner = createAttemptJoiner();
      const seen = [...events.flatMap((event) => joiner.add(event, 0)), ...joiner.settle(Number.POSITIVE_INFINITY)];
      const told = seen.flatMap(({ call, attempts }) => (call === undefined ? attempts : [call, ...attempts]));
      if (new Set(told).size !== told.length) throw new Error(`told twice: ${JSON.stringify(seen)}`);
      for (const one of seen) JSON.stringify(decoder.decode(one));
    },
  };
}

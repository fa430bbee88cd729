/** What a stranger can send first: the openings of a connection, and the ClientHello. */
import { Readable } from "node:stream";
import { SEEDS, WORDS } from "./seeds.mjs";

/** A judgement of the first bytes stands, whatever comes behind them; and a server never sees what was meant for the proxy. */
export async function openingTarget(built) {
  const [{ firstBytes }, { connectOpening, prefaceOpening }, { proxiedRequest }, { shownIn }] = await Promise.all([
    built("capture/first-bytes.js"),
    built("capture/opening-line.js"),
    built("capture/absolute-form.js"),
    built("capture/proxy-credentials.js"),
  ]);
  const judges = { firstBytes, connectOpening, prefaceOpening, proxiedRequest };
  return {
    name: "opening",
    seeds: SEEDS.openings,
    words: WORDS.opening,
    run(bytes, random) {
      const part = bytes.subarray(0, Math.floor(random() * bytes.length));
      for (const [name, judge] of Object.entries(judges)) {
        const [early, late] = [judge(part), judge(bytes)].map(told);
        if (early !== undefined && early !== late) throw new Error(`${name} changed its mind: ${early}, ${late}`);
      }
      shownIn(bytes.toString("latin1"), "t");
      passesOn(proxiedRequest(bytes));
    },
  };
}

/** How long something malformed is, is of no account. */
const told = (verdict) =>
  typeof verdict === "object" && verdict.target === undefined ? "malformed" : JSON.stringify(verdict);

function passesOn(verdict) {
  if (typeof verdict !== "object") return;
  const head = verdict.head.toString("latin1");
  if (head.indexOf("\r\n\r\n") !== head.length - 4) throw new Error(`not one head: ${JSON.stringify(head)}`);
  if (/\r\nproxy-(?:authorization|connection):/i.test(head)) throw new Error(`for a proxy: ${JSON.stringify(head)}`);
}

/** Whatever looks like TLS is described or taken for none, and not a byte of it is lost. */
export async function helloTarget(built) {
  const [{ readClientHello }, { EndedEarly }] = await Promise.all([
    built("capture/tls/client-hello.js"),
    built("capture/peek.js"),
  ]);
  return {
    name: "client hello",
    seeds: SEEDS.hellos,
    words: WORDS.hello,
    async run(bytes, random) {
      const cut = Math.floor(random() * bytes.length);
      const stream = arriving([bytes.subarray(0, cut), bytes.subarray(cut)]);
      try {
        const hello = await readClientHello(stream);
        // Computed when it is asked for, outside of what catches.
        if (hello?.fingerprint === "") throw new Error("a hello without a fingerprint");
        const left = restOf(stream);
        if (!bytes.equals(left)) throw new Error(`of ${bytes.length} bytes ${left.length} are left`);
      } catch (error) {
        if (!(error instanceof EndedEarly)) throw error;
      }
    },
  };
}

/** Half of what a stream with two sides costs. */
function arriving(parts) {
  const coming = parts.filter(({ length }) => length > 0);
  return new Readable({
    read() {
      this.push(coming.shift() ?? null);
    },
  });
}

function restOf(stream) {
  const parts = [];
  for (let part = stream.read(); part !== null; part = stream.read()) parts.push(part);
  return Buffer.concat(parts);
}

/** Calls over HTTP/2: streams at once on one connection, each followed by the next. */
import { once } from "node:events";
import { connect } from "node:http2";
import { HOST } from "../authority.mjs";
import { callTo, latencies, openConnection } from "./open.mjs";

export async function callsOverHttp2(way, { streams, count, tables = 10 }) {
  const socket = await openConnection(way, { protocol: "h2" });
  const session = connect(`https://${HOST}`, { createConnection: () => socket });
  session.on("error", () => {});
  const took = [];
  let sent = 0;
  const work = async () => {
    while (sent < count) {
      const { body, headers } = callTo(sent % tables);
      sent += 1;
      const startedAt = performance.now();
      const stream = session.request({ ":method": "POST", ":path": "/", ...headers });
      stream.end(body);
      stream.resume();
      await once(stream, "end");
      took.push((performance.now() - startedAt) * 1000);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: streams }, work));
  const seconds = (performance.now() - startedAt) / 1000;
  session.destroy();
  return { perSecond: took.length / seconds, ...latencies(took) };
}

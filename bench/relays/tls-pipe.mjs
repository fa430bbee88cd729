/** The bare verbatim relay: TLS on both sides, sessions resumed, bytes piped, nothing read. `node tls-pipe.mjs PORT CA-FILE` */
import { readFileSync } from "node:fs";
import { connect, createSecureContext } from "node:tls";
import { acceptConnect } from "./accept-connect.mjs";

const [port, caFile] = process.argv.slice(2);
const secureContext = createSecureContext({ ca: readFileSync(caFile) });
const sessions = new Map();

acceptConnect(
  (client, { host, protocol }) => {
    const upstream = connect({
      host: "localhost",
      port: Number(port),
      servername: host,
      secureContext,
      session: sessions.get(host),
      ALPNProtocols: [protocol],
    });
    upstream.setNoDelay(true);
    upstream.on("session", (session) => sessions.set(host, session));
    upstream.on("error", () => client.destroy());
    client.pipe(upstream);
    upstream.pipe(client);
  },
  ["h2", "http/1.1"],
);

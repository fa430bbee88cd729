/** The bare verbatim relay: TLS on both sides, bytes piped, nothing read. `node tls-pipe.mjs PORT CA-FILE` */
import { readFileSync } from "node:fs";
import { connect } from "node:tls";
import { HOST } from "../authority.mjs";
import { acceptConnect } from "./accept-connect.mjs";

const [port, caFile] = process.argv.slice(2);
const ca = readFileSync(caFile);

acceptConnect((client) => {
  const upstream = connect({ host: "127.0.0.1", port: Number(port), servername: HOST, ca });
  upstream.on("error", () => client.destroy());
  client.pipe(upstream);
  upstream.pipe(client);
});

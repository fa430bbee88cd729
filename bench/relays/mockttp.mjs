/** mockttp, forwarding everything and keeping nothing. `node mockttp.mjs PORT CA-FILE`; found in this package's tree or by NODE_PATH. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [port, caFile] = process.argv.slice(2);
const { generateCACertificate, getLocal } = createRequire(import.meta.url)("mockttp");
const https = await generateCACertificate();
const server = getLocal({ https, recordTraffic: false });
await server.start();
const additionalTrustedCAs = [{ cert: readFileSync(caFile, "utf8") }];
await server.forAnyRequest().thenForwardTo(`https://localhost:${port}`, { additionalTrustedCAs });
process.stdout.write(`${JSON.stringify({ port: server.port, ca: https.cert })}\n`);

/** The load, in a process of its own: `node client.mjs '{"kind", "port", "direct", "caFile", …}'` prints what it measured as JSON. */
import { readFileSync } from "node:fs";
import { download, upload } from "./load/bodies.mjs";
import { calls, newConnections } from "./load/calls.mjs";
import { callsOverHttp2 } from "./load/http2.mjs";

const KINDS = { calls, newConnections, callsOverHttp2, upload, download };

const { kind, caFile, direct, port, ...work } = JSON.parse(process.argv[2]);
const result = await KINDS[kind]({ port, direct, ca: readFileSync(caFile) }, work);
process.stdout.write(`${JSON.stringify(result)}\n`);

/** The AWS of the benchmark: an HTTPS server that answers every request at once. Prints `{port, ca}` when it listens. */
import { createServer } from "node:https";
import { benchAuthority, secureContextFor } from "./authority.mjs";

const authority = benchAuthority();
const answer = JSON.stringify({ Item: { id: { S: "1" }, value: { S: "x".repeat(80) } } });
const head = { "content-type": "application/x-amz-json-1.0", "content-length": answer.length };

const server = createServer({ SNICallback: secureContextFor(authority) }, (request, response) => {
  request.on("end", () => response.writeHead(200, head).end(answer)).resume();
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`${JSON.stringify({ port: server.address().port, ca: authority.certificatePem })}\n`);
});

/**
 * The AWS of the benchmark, over HTTP/1.1 and HTTP/2: answers every call at once, swallows what is put, and sends as many bytes
 * as `x-size` asks for. Prints `{port, ca}` when it listens.
 */
import { createSecureServer } from "node:http2";
import { benchAuthority, secureContextFor } from "./authority.mjs";

const authority = benchAuthority();
const answer = JSON.stringify({ Item: { id: { S: "1" }, value: { S: "x".repeat(80) } } });
const head = { "content-type": "application/x-amz-json-1.0", "content-length": answer.length };
const CHUNK = Buffer.alloc(256 * 1024, "x");

function sendBytes(response, size) {
  response.writeHead(200, { "content-length": size });
  let left = size;
  const more = () => {
    while (left > 0) {
      const chunk = left < CHUNK.length ? CHUNK.subarray(0, left) : CHUNK;
      left -= chunk.length;
      if (!response.write(chunk)) return void response.once("drain", more);
    }
    response.end();
  };
  more();
}

const options = { allowHTTP1: true, SNICallback: secureContextFor(authority) };
const server = createSecureServer(options, (request, response) => {
  const size = Number(request.headers["x-size"]);
  if (size > 0) sendBytes(response, size);
  else request.on("end", () => response.writeHead(200, head).end(answer)).resume();
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`${JSON.stringify({ port: server.address().port, ca: authority.certificatePem })}\n`);
});

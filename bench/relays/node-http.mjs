/** The bare relay of messages: node:http parses and forwards each request. `node node-http.mjs PORT CA-FILE` */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Agent, request } from "node:https";
import { acceptConnect } from "./accept-connect.mjs";

const [port, caFile] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, ca: readFileSync(caFile) });

const server = createServer((incoming, answer) => {
  const servername = incoming.headers.host;
  const options = { agent, host: "localhost", port: Number(port), servername };
  const onward = request(
    { ...options, method: incoming.method, path: incoming.url, headers: incoming.headers },
    (response) => {
      answer.writeHead(response.statusCode, response.headers);
      response.pipe(answer);
    },
  );
  onward.on("error", () => answer.destroy());
  incoming.pipe(onward);
});

acceptConnect((client) => server.emit("connection", client), ["http/1.1"]);

/** The bare relay of messages: node:http parses and forwards each request. `node node-http.mjs PORT CA-FILE` */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Agent, request } from "node:https";
import { HOST } from "../authority.mjs";
import { acceptConnect } from "./accept-connect.mjs";

const [port, caFile] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, ca: readFileSync(caFile) });

const server = createServer((incoming, answer) => {
  const options = { agent, host: "127.0.0.1", port: Number(port), servername: HOST };
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

acceptConnect((client) => server.emit("connection", client));

import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { refuse } from "../../src/capture/refusal.ts";
import { readAll } from "../support/capture-lab.ts";
import { tcpUpstream } from "../support/upstreams.ts";

test("the answer is one line of text with its remedy, and closes the connection", async () => {
  const server = await tcpUpstream((socket) =>
    refuse(socket, { status: 502, message: "cannot reach `ä:443`: ENOTFOUND", hint: "look at your proxy settings" }),
  );
  const client = connect(server.port, "127.0.0.1");
  const [head, body] = (await readAll(client)).toString().split("\r\n\r\n");

  expect(head).toBe(
    "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 75\r\nConnection: close",
  );
  expect(body).toBe("iamgen: cannot reach `ä:443`: ENOTFOUND\nhint: look at your proxy settings\n");
});

test("a client that is still sending reads the whole answer", async () => {
  const server = await tcpUpstream((socket) => refuse(socket, { status: 501, message: "no" }));
  const client = connect({ port: server.port, host: "127.0.0.1", allowHalfOpen: true });
  client.write(Buffer.alloc(1024 * 1024));
  const answer = await readAll(client);
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 501 Not Implemented\r\n.*\r\n\r\niamgen: no\n$/s);
  client.end();
  await once(client, "close");
  expect(client.errored).toBeNull();
});

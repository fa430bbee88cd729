import { connect } from "node:net";
import { expect, test } from "vitest";
import type { ConnectionFacts } from "../../../src/capture/captured-exchange.ts";
import { contradictsTarget } from "../../../src/capture/relay/host-conflict.ts";
import { readAll } from "../../support/capture-lab.ts";
import { startRelayLab } from "../../support/relay-lab.ts";
import { tcpUpstream } from "../../support/upstreams.ts";

const facts = (over: Partial<ConnectionFacts> = {}): ConnectionFacts => ({
  id: 1,
  approach: "proxied",
  scheme: "http",
  authority: "a.example:80",
  ...over,
});

test.each<[string, Partial<ConnectionFacts>, boolean]>([
  ["a.example", {}, false],
  ["A.Example:80", {}, false],
  ["", {}, false],
  ["a.example:81", {}, true],
  ["b.example", {}, true],
  ["a b", {}, true],
  ["a.example", { scheme: "https", authority: "a.example:443" }, false],
  ["[::1]:8080", { authority: "[::1]:8080" }, false],
  // Who dialled the server himself may call it what he likes: virtual hosts of stand-ins.
  ["b.example", { approach: "learned" }, false],
  ["b.example", { approach: "connect" }, false],
])("Host `%s` under %j", (host, over, expected) => {
  expect(contradictsTarget(facts(over), host)).toBe(expected);
});

test("such a request is refused, and told of", async () => {
  const lab = await startRelayLab();
  let received = 0;
  const upstream = await tcpUpstream((socket) => {
    socket.on("data", (chunk: Buffer) => {
      received += chunk.length;
    });
  });
  const socket = connect({ port: lab.capture.port, host: "127.0.0.1" });
  socket.write(`GET http://${upstream.authority}/a HTTP/1.1\r\nHost: b.example\r\n\r\n`);
  expect((await readAll(socket)).toString()).toContain("HTTP/1.1 400 Bad Request\r\n");
  expect({ received, notices: lab.notices }).toEqual({
    received: 0,
    notices: [
      { kind: "refused", authority: upstream.authority, detail: "the Host field names another server than the target" },
    ],
  });
});

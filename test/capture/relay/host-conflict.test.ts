import { connect } from "node:net";
import { expect, test } from "vitest";
import type { ConnectionFacts } from "../../../src/capture/captured-exchange.ts";
import { contradictsTarget, namesSeveralServers } from "../../../src/capture/relay/host-conflict.ts";
import { readAll } from "../../support/capture-lab.ts";
import { relayTo, startHttp2Lab, startRelayLab } from "../../support/relay-lab.ts";
import { countingUpstream } from "../../support/upstreams.ts";

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
  const upstream = await countingUpstream();
  const socket = connect({ port: lab.capture.port, host: "127.0.0.1" });
  socket.write(`GET http://${upstream.authority}/a HTTP/1.1\r\nHost: b.example\r\n\r\n`);
  expect((await readAll(socket)).toString()).toContain("HTTP/1.1 400 Bad Request\r\n");
  expect({ received: upstream.received(), notices: lab.notices }).toEqual({
    received: 0,
    notices: [
      { kind: "refused", authority: upstream.authority, detail: "the Host field names another server than the target" },
    ],
  });
});

test.each<[readonly string[], string, boolean]>([
  [["a.example"], "/a", false],
  [[], "/a", false],
  [["a.example", "b.example"], "/a", true],
  [["a.example", "A.example:443"], "/a", false],
  [["a.example"], "https://a.example/b", false],
  [["a.example"], "https://A.EXAMPLE:443/b", false],
  [["a.example"], "http://b.example/c", true],
  [["a.example"], "http://a.example@b.example/c", true],
  [["a.example"], "http://a.example:81/c", true],
  [["a.example"], "/http://b.example/", false],
])("Hosts %j with the target %s", (hosts, target, expected) => {
  expect(namesSeveralServers({ hosts, target, scheme: "https" })).toBe(expected);
});

test.each([
  "GET / HTTP/1.1\r\nHost: a.example\r\nHost: b.example\r\n\r\n",
  "GET http://b.example/x HTTP/1.1\r\nHost: a.example\r\n\r\n",
])("what servers could read as meant for either of two never goes on: %j", async (request) => {
  const lab = await startRelayLab();
  const upstream = await countingUpstream();
  const socket = await relayTo(lab, upstream.authority);
  socket.write(request);
  expect((await readAll(socket)).toString()).toContain("HTTP/1.1 400 Bad Request\r\n");
  expect({ received: upstream.received(), judged: lab.judged.length }).toEqual({ received: 0, judged: 0 });
  expect(lab.notices).toMatchObject([{ kind: "refused", detail: "the request names several servers" }]);
});

test("an HTTP/2 stream whose Host is another than its authority is reset, and others go on", async () => {
  const { client, lab } = await startHttp2Lab((stream) => stream.respond({ ":status": 204 }, { endStream: true }));
  const bad = client.request({ ":path": "/", ":authority": "a.example", host: "b.example" });
  const error = await new Promise<unknown>((resolve) => bad.once("error", resolve));
  expect(error).toMatchObject({ message: expect.stringContaining("NGHTTP2_PROTOCOL_ERROR") });
  const good = client.request({ ":path": "/" }).resume();
  const status = await new Promise((resolve) => good.once("response", (fields) => resolve(fields[":status"])));
  expect([status, lab.judged.length]).toEqual([204, 1]);
  expect(lab.notices).toMatchObject([{ kind: "refused", detail: "the request names several servers" }]);
});

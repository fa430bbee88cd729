import { once } from "node:events";
import { request } from "node:http";
import { connect, Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { UpstreamAgent } from "../../../src/capture/relay/upstream-agent.ts";
import { answering, tcpUpstream } from "../../support/upstreams.ts";

async function ask(agent: UpstreamAgent): Promise<number | undefined> {
  const outgoing = request({ agent, setHost: false }).end();
  const [incoming] = await once(outgoing, "response");
  await once(incoming.resume(), "end");
  return incoming.statusCode;
}

/** A client that is never connected. */
const nobody = (): Socket => new Socket();

test("all requests go out on the one connection, whatever time its server names for idle ones", async () => {
  const upstream = await tcpUpstream(answering("HTTP/1.1 204 No Content\r\nKeep-Alive: timeout=1\r\n\r\n"));
  const socket = connect(upstream.port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  const agent = new UpstreamAgent(socket, nobody());
  expect([await ask(agent), await ask(agent)]).toEqual([204, 204]);
  expect({ accepted: upstream.accepted(), timeout: socket.timeout ?? 0 }).toEqual({ accepted: 1, timeout: 0 });
});

test("no other connection is ever made: a request after the end of this one fails", async () => {
  const upstream = await tcpUpstream(answering("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
  const agent = new UpstreamAgent(connect(upstream.port, "127.0.0.1"), nobody());
  await ask(agent);
  await expect(ask(agent)).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(upstream.accepted()).toBe(1);
});

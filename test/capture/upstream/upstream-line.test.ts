import { expect, test } from "vitest";
import { UpstreamLine } from "../../../src/capture/upstream/upstream-line.ts";
import { echo, tcpUpstream, type Upstream } from "../../support/upstreams.ts";

const lineTo = ({ port }: Upstream): UpstreamLine =>
  new UpstreamLine({ target: { hostname: "127.0.0.1", port }, outerProxy: undefined, ownPort: 1 });

test("the prepared connection is the one that is opened, and only once", async () => {
  const upstream = await tcpUpstream(echo);
  const line = lineTo(upstream);
  const prepared = await line.prepare();
  expect(await line.open()).toBe(prepared);
  expect(await line.open()).not.toBe(prepared);
  line.abandon();
});

test("opening again ends the connection that was tried before", async () => {
  const line = lineTo(await tcpUpstream(echo));
  const first = await line.open();
  await line.open();
  expect(first.destroyed).toBe(true);
  line.abandon();
});

test("an abandoned line keeps no connection and opens none", async () => {
  const line = lineTo(await tcpUpstream(echo));
  const socket = await line.open();
  line.abandon();
  expect(socket.destroyed).toBe(true);
  await expect(line.open()).rejects.toMatchObject({ code: "ECANCELED" });
});

test("a released connection outlives its line", async () => {
  const line = lineTo(await tcpUpstream(echo));
  const socket = await line.open();
  line.release();
  line.abandon();
  expect(socket.destroyed).toBe(false);
  socket.destroy();
});

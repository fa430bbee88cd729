import { expect, test } from "vitest";
import { readUntil } from "../../support/capture-lab.ts";
import { relayTo, startRelayLab } from "../../support/relay-lab.ts";
import { tcpUpstream } from "../../support/upstreams.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
const CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";
const PUT = "PUT /k HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n";
const GET = "GET /k HTTP/1.1\r\nHost: a\r\n\r\n";

/** Asks for every body, and answers every request. */
const continuing = () =>
  tcpUpstream((socket) => {
    let seen = "";
    socket.on("data", (chunk: Buffer) => {
      seen += chunk.toString("latin1");
      if (seen.startsWith("PUT") && seen.endsWith("\r\n\r\n")) socket.write(CONTINUE);
      if (!seen.endsWith("hello") && !/^GET.*\r\n\r\n$/s.test(seen)) return;
      seen = "";
      socket.write(OK);
    });
  });

test.each([true, false])(
  "a connection goes on behind a body that waited (judged with its body: %s)",
  async (waitsForBody) => {
    const lab = await startRelayLab({ waitsForBody });
    const upstream = await continuing();
    const socket = await relayTo(lab, upstream.authority);
    for (const round of [1, 2]) {
      socket.write(PUT);
      expect(await readUntil(socket, "\r\n\r\n"), `round ${round}`).toBe(CONTINUE);
      socket.write("hello");
      expect(await readUntil(socket, "hi")).toBe(OK);
    }
    socket.write(GET);
    expect(await readUntil(socket, "hi")).toBe(OK);
    expect(upstream.accepted()).toBe(1);
  },
);

test("a client that was told to go on, because its body had to be judged, is not told again by the upstream", async () => {
  const lab = await startRelayLab({ waitsForBody: true });
  const upstream = await tcpUpstream((socket) => {
    socket.once("data", () => socket.write(CONTINUE + OK));
  });
  const socket = await relayTo(lab, upstream.authority);
  socket.write(PUT);
  await readUntil(socket, "\r\n\r\n");
  socket.write("hello");
  expect(await readUntil(socket, "hi")).toBe(OK);
});

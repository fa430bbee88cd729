import { expect, test } from "vitest";
import { readAll, readUntil } from "../../support/capture-lab.ts";
import { DENIED, relayTo, startRelayLab } from "../../support/relay-lab.ts";
import { answering, tcpUpstream } from "../../support/upstreams.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

const NO = "HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n";

test("an upload that is refused by its head alone is read to its end, so that its client gets to the answer", async () => {
  const lab = await startRelayLab({ waitsForBody: false, decide: () => DENIED });
  const upstream = await tcpUpstream(answering(OK));
  const socket = await relayTo(lab, upstream.authority);
  const size = 8 * 1024 * 1024;
  socket.write(`PUT /no HTTP/1.1\r\nHost: a\r\nContent-Length: ${size}\r\n\r\n`);
  const written = new Promise((resolve) => socket.write(Buffer.alloc(size), resolve));
  expect(await readUntil(socket, "\r\n\r\nno")).toContain(NO);
  await written;
});

test("a refused request that waits for 100 gets no 100, and its connection is closed", async () => {
  const lab = await startRelayLab({ waitsForBody: false, decide: () => DENIED });
  const upstream = await tcpUpstream(answering(OK));
  const socket = await relayTo(lab, upstream.authority);
  socket.write("PUT /no HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
  const answer = (await readAll(socket)).toString();
  expect({ start: answer.slice(0, 24), closes: answer.includes("\r\nConnection: close\r\n") }).toEqual({
    start: "HTTP/1.1 403 Forbidden\r\n",
    closes: true,
  });
});

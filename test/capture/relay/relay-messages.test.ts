import { expect, test } from "vitest";
import { readUntil, startLab } from "../../support/capture-lab.ts";
import { DENIED, relayTo, startRelayLab } from "../../support/relay-lab.ts";
import { answering, tcpUpstream } from "../../support/upstreams.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

test("without being asked for, no message is judged: the wiretap passes its bytes", async () => {
  let asked = 0;
  const lab = await startLab({
    openExchange: () => ({
      keepRequestBytes: 0,
      gate: {
        waitsForBody: false,
        decide() {
          asked += 1;
          return DENIED;
        },
      },
      requestEnded() {},
      responseStarted: () => 0,
      responseEnded() {},
      abandoned() {},
    }),
  });
  const upstream = await tcpUpstream(answering(OK));
  const socket = await relayTo(lab, upstream.authority);
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  expect(await readUntil(socket, "hi")).toBe(OK);
  expect(asked).toBe(0);
});

test("a sink that fails in its judgement lets the request pass", async () => {
  const lab = await startRelayLab({
    decide() {
      throw new Error("planted");
    },
  });
  const upstream = await tcpUpstream(answering(OK));
  const socket = await relayTo(lab, upstream.authority);
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  expect(await readUntil(socket, "hi")).toBe(OK);
});

import { expect, test } from "vitest";
import { connectSecurely, readUntil, startLab } from "../support/capture-lab.ts";
import { answering, tlsUpstream } from "../support/upstreams.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

test("observes a request that came through CONNECT and TLS", async () => {
  const lab = await startLab();
  const upstream = await tlsUpstream(lab.issuer.identity("localhost"), answering(OK));
  const client = await connectSecurely(lab, upstream.authority);

  client.write(`GET /a%2Fb?x=1 HTTP/1.1\r\nHost: ${upstream.authority}\r\n\r\n`);
  expect(await readUntil(client, "hi")).toBe(OK);

  expect(lab.exchanges).toMatchObject([
    {
      request: {
        target: "/a%2Fb?x=1",
        connection: { approach: "connect", scheme: "https", authority: upstream.authority },
      },
      response: { status: 200 },
    },
  ]);
  expect(lab.notices).toEqual([]);
});

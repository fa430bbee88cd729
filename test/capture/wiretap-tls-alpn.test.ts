import { expect, test } from "vitest";
import { connectTo, endOf, readUntil, secure, startLab } from "../support/capture-lab.ts";
import { answering, tlsUpstream } from "../support/upstreams.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
const BOTH = ["h2", "http/1.1"];

/** offer of the client, protocols of the upstream -> what both sides end up with. */
test.each([
  [BOTH, BOTH, "http/1.1"],
  [BOTH, ["http/1.1"], "http/1.1"],
  [BOTH, ["h2"], "h2"],
  [["h2"], BOTH, "h2"],
  [["http/1.1"], BOTH, "http/1.1"],
  [["http/1.1", "http/1.0"], ["http/1.1"], "http/1.1"],
  [undefined, BOTH, false],
  [BOTH, undefined, false],
  [["http/1.1"], undefined, false],
])("a client with %j and an upstream with %j agree on %s", async (offer, supported, expected) => {
  const lab = await startLab();
  const seen: (string | false | null)[] = [];
  const upstream = await tlsUpstream(
    { ...lab.issuer.identity("localhost"), ...(supported && { ALPNProtocols: supported }) },
    (socket) => {
      seen.push(socket.alpnProtocol);
      socket.resume();
    },
  );
  // The second connection shakes hands with both sides at once, the first one with the upstream first.
  for (const round of [1, 2]) {
    const { socket } = await connectTo(lab, upstream.authority);
    const client = await secure(lab, socket, offer === undefined ? {} : { alpn: offer });
    expect(client.alpnProtocol).toBe(expected);
    await expect.poll(() => seen).toEqual(Array.from({ length: round }, () => expected));
    // An application byte, so that the connection does not count as closed in silence.
    client.write("PRI");
    client.destroy();
  }
});

test.each([[["x-amzn-mqtt-ca"]], [["http/1.1", "x-amzn-http-ca"]], [["mqtt"]]])(
  "a client that offers %j is not disturbed",
  async (alpn) => {
    const lab = await startLab();
    const identity = { ...lab.issuer.identity("localhost"), ALPNProtocols: alpn };
    const upstream = await tlsUpstream(identity, answering(OK));
    const { socket } = await connectTo(lab, upstream.authority);
    const client = await secure(lab, socket, { alpn, trust: lab.issuer.certificate });
    client.write("GET / HTTP/1.1\r\n\r\n");
    expect(await readUntil(client, "hi")).toBe(OK);
    expect(lab.notices).toEqual([{ kind: "tunnel", authority: upstream.authority, why: "not-http" }]);
  },
);

test("a client that offers only what the upstream refuses sees the upstream's own refusal", async () => {
  const lab = await startLab();
  const identity = { ...lab.issuer.identity("localhost"), ALPNProtocols: ["h2"] };
  const upstream = await tlsUpstream(identity, answering(OK));
  const { socket } = await connectTo(lab, upstream.authority);
  await expect(secure(lab, socket, { alpn: ["http/1.1"] })).rejects.toMatchObject({
    code: "ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL",
  });
  expect(lab.notices).toMatchObject([
    { kind: "upstream-failed", code: "ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL" },
    { kind: "tunnel", why: "upstream-unverified" },
  ]);
});

test("an upstream that negotiates another protocol than before ends that connection, and is asked afresh", async () => {
  const lab = await startLab();
  const protocols = { current: "http/1.1" };
  const upstream = await tlsUpstream(
    {
      ...lab.issuer.identity("localhost"),
      ALPNCallback: ({ protocols: offered }) => (offered.includes(protocols.current) ? protocols.current : undefined),
    },
    answering(OK),
  );
  const connect = async (): Promise<string | false | null> => {
    const { socket } = await connectTo(lab, upstream.authority);
    const client = await secure(lab, socket, { alpn: BOTH });
    client.write("GET / HTTP/1.1\r\n\r\n");
    const alpn = client.alpnProtocol;
    if (alpn === "http/1.1") await Promise.race([readUntil(client, "hi").catch(() => {}), endOf(client)]);
    return alpn;
  };
  expect(await connect()).toBe("http/1.1");
  protocols.current = "h2";
  await connect().catch(() => {});
  await expect.poll(() => lab.notices).toMatchObject([{ kind: "upstream-failed" }]);
  expect(await connect()).toBe("h2");
});

import { Socket } from "node:net";
import { expect, test } from "vitest";
import { everybody } from "../../../src/capture/admission.ts";
import { ClientTrust } from "../../../src/capture/client-trust.ts";
import { Connection } from "../../../src/capture/connection.ts";
import { EndpointDirectory } from "../../../src/capture/endpoint-listeners.ts";
import type { AlpnOffer } from "../../../src/capture/tls/alpn.ts";
import { createCertificateAuthority } from "../../../src/capture/tls/certificate-authority.ts";
import { planUpstream, type UpstreamPlan } from "../../../src/capture/upstream/upstream-plan.ts";
import { UpstreamTls } from "../../../src/capture/upstream/upstream-tls.ts";
import { testIssuer } from "../../support/test-identity.ts";
import { tcpUpstream, tlsUpstream, type Upstream } from "../../support/upstreams.ts";

const issuer = testIssuer();
const authority = createCertificateAuthority({ permittedDnsNames: [], permittedAddresses: [], now: new Date() });

function connectionTo(upstream: Upstream, forwardTo?: string): Connection {
  const upstreamTls = new UpstreamTls({ roots: [issuer.certificate], extraRoots: [] });
  const context = {
    options: {
      port: 0,
      authority,
      route: () => ({ kind: "observe" }) as const,
      openExchange: () => {
        throw new Error("nothing is observed here");
      },
      onNotice: () => {},
      upstream: { proxyFor: () => undefined, ...(forwardTo !== undefined && { forwardTo: new URL(forwardTo) }) },
      now: () => 0,
    },
    ownPort: 1,
    ready: async () => {},
    admits: everybody,
    isElsewhere: false,
    join: () => {},
    observers: new Set<never>(),
    endpoints: new EndpointDirectory(),
    wantsClientCertificate: new Set<string>(),
    clientTrust: new ClientTrust(),
    upstreamTls,
    forwardTls: upstreamTls,
    notice: () => {},
    nextConnectionId: () => 1,
    nextExchangeId: () => 1,
  };
  const tcp = new Socket().on("error", () => {});
  return new Connection(context, { tcp, approach: "connect", target: { hostname: "localhost", port: upstream.port } });
}

function plan(connection: Connection, offer: AlpnOffer): UpstreamPlan {
  const made = planUpstream(connection, { offer, serverName: "localhost" });
  if (made === "needs-http2-target") throw new Error(made);
  return made;
}

test.each([
  ["http://localhost:9", "both", "http/1.1"],
  ["http://localhost:9", "http/1.1", "http/1.1"],
  ["http://localhost:9", "none", undefined],
  ["h2c://localhost:9", "both", "h2"],
  ["h2c://localhost:9", "h2", "h2"],
  ["h2c://localhost:9", "http/1.1", "http/1.1"],
  ["h2c://localhost:9", "none", undefined],
] as const)("%s tells at once what a client that offers %s will speak: %s", async (url, offer, negotiated) => {
  const connection = connectionTo(await tcpUpstream(() => {}), url);
  expect(plan(connection, offer).expected).toEqual({ negotiated });
  connection.drop();
});

test("http:// has nothing for a client that offers h2 alone", async () => {
  const connection = connectionTo(await tcpUpstream(() => {}), "http://localhost:9");
  expect(planUpstream(connection, { offer: "h2", serverName: "a" })).toBe("needs-http2-target");
  connection.drop();
});

test("a real host is not known before it has verified, and is from then on", async () => {
  const identity = { ...issuer.identity("localhost"), ALPNProtocols: ["h2"] };
  const connection = connectionTo(await tlsUpstream(identity, (socket) => void socket.resume()));
  const first = plan(connection, "both");
  expect(first.expected).toBeUndefined();
  expect((await first.open()).negotiated).toBe("h2");
  expect(plan(connection, "both").expected).toMatchObject({ negotiated: "h2" });
  expect(plan(connection, "http/1.1").expected).toBeUndefined();
  connection.drop();
});

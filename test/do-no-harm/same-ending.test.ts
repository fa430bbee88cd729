/** Servers that fail, and certificates that not everybody trusts: a program ends as it would without us, and the report says why. */
import { writeFileSync } from "node:fs";
import type { Socket } from "node:net";
import { join } from "node:path";
import { createSecureContext, TLSSocket } from "node:tls";
import { describe, expect, test } from "vitest";
import { bothEndingsOf } from "../support/ending.ts";
import { tempDir } from "../support/temp-dir.ts";
import { testIssuer } from "../support/test-identity.ts";
import { answering, tcpUpstream, tlsUpstream } from "../support/upstreams.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
const CUT_SHORT = "HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\nbegun";
const issuer = testIssuer();
const identity = issuer.identity("localhost");

function fileOf(certificate: string): string {
  const path = join(tempDir(), "ca.pem");
  writeFileSync(path, certificate);
  return path;
}

interface Failing {
  readonly stage: string;
  readonly reported: string;
  /** Given the TCP connection, and the application's connection on it. */
  readonly plain?: (tcp: Socket) => void;
  readonly secured?: (tls: Socket, tcp: Socket) => void;
}

const UNREACHED = "the server could not be reached";
const NO_ANSWER = "S3 GetObject, us-east-1, no answer";
const ANSWERED = "S3 GetObject, us-east-1, succeeded";

const FAILING: readonly Failing[] = [
  { stage: "before the handshake", reported: UNREACHED, plain: (tcp) => tcp.end() },
  {
    stage: "at the first byte",
    reported: UNREACHED,
    plain: (tcp) => tcp.once("data", () => tcp.resetAndDestroy()),
  },
  {
    stage: "after the handshake",
    reported: NO_ANSWER,
    secured: (tls, tcp) => tls.once("secure", () => tcp.resetAndDestroy()),
  },
  {
    stage: "after the request",
    reported: NO_ANSWER,
    secured: (tls, tcp) => tls.once("data", () => tcp.resetAndDestroy()),
  },
  {
    stage: "within its answer",
    reported: ANSWERED,
    secured: (tls, tcp) => tls.once("data", () => void tls.write(CUT_SHORT, () => tcp.resetAndDestroy())),
  },
  {
    stage: "within its answer, in order",
    reported: ANSWERED,
    secured: (tls) => tls.once("data", () => tls.end(CUT_SHORT)),
  },
];

function failing({ plain, secured }: Failing): (tcp: Socket) => void {
  return (tcp) => {
    plain?.(tcp);
    if (secured === undefined) return;
    const tls = new TLSSocket(tcp, { isServer: true, secureContext: createSecureContext(identity) });
    tls.on("error", () => {});
    secured(tls, tcp);
  };
}

describe("a server that hangs up", () => {
  test.each(FAILING)("$stage", async (failure) => {
    const { authority } = await tcpUpstream(failing(failure));
    // The user's own variable makes iamgen verify the server, and so observe it.
    const environment = { NODE_EXTRA_CA_CERTS: fileOf(issuer.certificate) };
    const program = { program: "signed-get.mjs", args: [`https://${authority}/bucket/key`], environment };
    const { direct, wrapped } = await bothEndingsOf({ ...program, options: ["--intercept", "localhost"] });
    expect(wrapped).toMatchObject(direct);
    expect(direct).toMatchObject({ exitCode: 1, stdout: '{"error":"ECONNRESET"}\n' });
    expect(wrapped.told).toContain(failure.reported);
  });
});

describe("a server whose certificate our user does not trust", () => {
  test("answers the program that trusts it, past us", async () => {
    const { authority } = await tlsUpstream(identity, answering(OK));
    const environment = { CLIENT_CA: fileOf(issuer.certificate) };
    const program = { program: "signed-get.mjs", args: [`https://${authority}/bucket/key`], environment };
    const { direct, wrapped } = await bothEndingsOf({ ...program, options: ["--intercept", "localhost"] });
    expect(wrapped).toMatchObject(direct);
    expect(direct).toMatchObject({ exitCode: 0, stdout: '{"status":200,"text":"hi"}\n' });
    expect(wrapped.recording.tunnels).toMatchObject([{ authority, why: "upstream-unverified" }]);
    expect(wrapped.report).toContain(`${authority}, the server's certificate does not verify with your trust settings`);
  });

  test("is refused by the program that does not, for the reason that it has without us", async () => {
    const { authority } = await tlsUpstream(identity, answering(OK));
    const program = { program: "signed-get.mjs", args: [`https://${authority}/bucket/key`] };
    const { direct, wrapped } = await bothEndingsOf({ ...program, options: ["--intercept", "localhost"] });
    expect(wrapped).toMatchObject(direct);
    expect(direct).toMatchObject({ exitCode: 1, stdout: '{"error":"UNABLE_TO_VERIFY_LEAF_SIGNATURE"}\n' });
    expect(wrapped.report).toContain(`${authority}, the server's certificate does not verify with your trust settings`);
  });
});

test("a program that accepts no certificate but its server's own is answered when it tries again, past us", async () => {
  const { authority } = await tlsUpstream(identity, answering(OK));
  const trusted = fileOf(issuer.certificate);
  const environment = { NODE_EXTRA_CA_CERTS: trusted, CLIENT_CA: trusted, CLIENT_ATTEMPTS: "3" };
  const program = { program: "signed-get.mjs", args: [`https://${authority}/bucket/key`], environment };
  const { direct, wrapped } = await bothEndingsOf({ ...program, options: ["--intercept", authority] });
  expect(wrapped).toMatchObject(direct);
  expect(direct).toMatchObject({ exitCode: 0, stdout: '{"status":200,"text":"hi"}\n' });
  expect(wrapped.report).toContain(`${authority}, the client does not accept iamgen's certificate`);
});

test("a host that does not resolve is a failed CONNECT, with the reason in the report", async () => {
  // Too long a label for DNS: the system's resolver refuses it without asking anybody.
  const host = `${"a".repeat(64)}.s3.us-east-1.amazonaws.com`;
  const program = { program: "signed-get.mjs", args: [`https://${host}/bucket/key`] };
  const { direct, wrapped } = await bothEndingsOf(program);
  expect(direct).toMatchObject({ exitCode: 1, stdout: '{"error":"ENOTFOUND"}\n' });
  expect(wrapped).toMatchObject({ exitCode: 1, stdout: '{"error":"PROXY_502"}\n' });
  expect(wrapped.report).toContain(`${host}:443, ${UNREACHED}, ENOTFOUND`);
});

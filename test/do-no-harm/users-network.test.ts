/** The user's own proxy, its exceptions and his private certificate authority hold for us as they hold for his programs. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bothEndingsOf, wrappedEndingOf } from "../support/ending.ts";
import { outerProxy } from "../support/outer-proxy.ts";
import { socksProxy } from "../support/socks-proxy.ts";
import { tempDir } from "../support/temp-dir.ts";
import { testIssuer } from "../support/test-identity.ts";
import { answering, tlsUpstream } from "../support/upstreams.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
const ANSWERED = { exitCode: 0, stdout: '{"status":200,"text":"hi"}\n' };
const AWS_HOST = "bucket.s3.us-east-1.amazonaws.com";
const issuer = testIssuer();

function privateCa(): { readonly AWS_CA_BUNDLE: string } {
  const path = join(tempDir(), "ca.pem");
  writeFileSync(path, issuer.certificate);
  return { AWS_CA_BUNDLE: path };
}

test("an AWS host is reached and read through the user's proxy, with his credentials and his own authority", async () => {
  const upstream = await tlsUpstream(issuer.identity(AWS_HOST), answering(OK));
  const outer = await outerProxy("user:pa%ss word");
  const environment = {
    ...privateCa(),
    HTTPS_PROXY: `http://user:${encodeURIComponent("pa%ss word")}@127.0.0.1:${outer.port}`,
  };
  const authority = `${AWS_HOST}:${upstream.port}`;
  const program = { program: "signed-get.mjs", args: [`https://${authority}/key`], environment };
  const { direct, wrapped } = await bothEndingsOf({ ...program, options: ["--intercept", authority] });
  expect(direct).toMatchObject(ANSWERED);
  expect(wrapped).toMatchObject(ANSWERED);
  expect(wrapped.recording.calls).toMatchObject([{ operation: "GetObject", input: { Bucket: "bucket", Key: "key" } }]);

  expect(outer.heads).toHaveLength(2);
  for (const head of outer.heads) expect(head).toMatch(`CONNECT ${authority} HTTP/1.1\r\n`);
  expect(new Set(outer.heads.map((head) => /\r\nproxy-authorization: (.*)\r\n/i.exec(head)?.[1])).size).toBe(1);
});

test("a host that is not AWS passes blind through the user's proxy, and the program still trusts his authority", async () => {
  const upstream = await tlsUpstream(issuer.identity("internal.example.com"), answering(OK));
  const outer = await outerProxy();
  const environment = { ...privateCa(), HTTPS_PROXY: `http://127.0.0.1:${outer.port}` };
  const authority = `internal.example.com:${upstream.port}`;
  const wrapped = await wrappedEndingOf({ program: "signed-get.mjs", args: [`https://${authority}/`], environment });
  expect(wrapped).toMatchObject(ANSWERED);
  expect(wrapped.recording.tunnels).toMatchObject([{ authority, why: "not-aws" }]);
  expect(outer.heads).toHaveLength(1);
});

test("a proxy that is itself reached by TLS is trusted by the user's own authority", async () => {
  const upstream = await tlsUpstream(issuer.identity(AWS_HOST), answering(OK));
  const outer = await outerProxy(undefined, issuer.identity("localhost"));
  const environment = { ...privateCa(), HTTPS_PROXY: `https://localhost:${outer.port}` };
  const authority = `${AWS_HOST}:${upstream.port}`;
  const program = { program: "signed-get.mjs", args: [`https://${authority}/key`], environment };
  const wrapped = await wrappedEndingOf({ ...program, options: ["--intercept", authority] });
  expect(wrapped).toMatchObject(ANSWERED);
  expect(wrapped.recording.calls).toMatchObject([{ operation: "GetObject" }]);
  expect(outer.heads).toHaveLength(1);
});

test("an AWS host is reached and read through the user's SOCKS proxy, which resolves its name", async () => {
  const upstream = await tlsUpstream(issuer.identity(AWS_HOST), answering(OK));
  const outer = await socksProxy({ userInfo: "user:word" });
  const environment = { ...privateCa(), ALL_PROXY: `socks5h://user:word@127.0.0.1:${outer.port}` };
  const authority = `${AWS_HOST}:${upstream.port}`;
  const program = { program: "signed-get.mjs", args: [`https://${authority}/key`], environment };
  const wrapped = await wrappedEndingOf({ ...program, options: ["--intercept", authority] });
  expect(wrapped).toMatchObject(ANSWERED);
  expect(wrapped.recording.calls).toMatchObject([{ operation: "GetObject" }]);
  expect(outer.asked).toEqual([`user:word 3 ${AWS_HOST} ${upstream.port}`]);
});

test("a proxy that refuses us is named in the report, and the program sees a failed CONNECT", async () => {
  const outer = await outerProxy("user:right");
  const environment = { HTTPS_PROXY: `http://user:wrong@127.0.0.1:${outer.port}` };
  const program = { program: "signed-get.mjs", args: [`https://${AWS_HOST}/key`], environment };
  const { direct, wrapped } = await bothEndingsOf(program);
  expect(direct).toMatchObject({ exitCode: 1, stdout: '{"error":"PROXY_407"}\n' });
  expect(wrapped).toMatchObject({ exitCode: 1, stdout: '{"error":"PROXY_502"}\n' });
  expect(wrapped.report).toContain(`${AWS_HOST}:443, the server could not be reached, PROXY_407`);
});

test("what the user excepts from his proxy we reach directly", async () => {
  // Too long a label for DNS: the attempt ends at the system's resolver.
  const host = `${"a".repeat(64)}.s3.us-east-1.amazonaws.com`;
  const outer = await outerProxy();
  const environment = { HTTPS_PROXY: `http://127.0.0.1:${outer.port}`, NO_PROXY: "internal.test, .amazonaws.com" };
  const wrapped = await wrappedEndingOf({ program: "signed-get.mjs", args: [`https://${host}/key`], environment });
  expect(wrapped.report).toContain(`${host}:443, the server could not be reached, ENOTFOUND`);
  expect(outer.heads).toEqual([]);
});

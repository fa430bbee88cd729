import { once } from "node:events";
import { request } from "node:http";
import { expect, test } from "vitest";
import { connectTo, dialCapture, endOf, type Lab, readAll, startLab } from "../support/capture-lab.ts";

const refused = (lab: Lab): unknown[] => lab.notices.filter((notice) => notice.kind === "refused");

async function answerTo(lab: Lab, text: string): Promise<string> {
  const socket = await dialCapture(lab);
  socket.write(text);
  return (await readAll(socket)).toString();
}

test("a proxy request for another scheme is refused in words, and reported with its host alone", async () => {
  const lab = await startLab();
  const answer = await answerTo(lab, "GET ftp://user:a@secret@example.com:81/a?key=1 HTTP/1.1\r\nHost: x\r\n\r\n");
  expect(answer).toMatch(
    /^HTTP\/1\.1 501 .*\r\n\r\niamgen: only http, https and CONNECT are served through the proxy\nhint: .+\n$/s,
  );
  const detail = "only http, https and CONNECT are served through the proxy";
  expect(refused(lab)).toEqual([{ kind: "refused", authority: "example.com:81", detail }]);
});

test("a request of origin-form is never routed by its Host header", async () => {
  const lab = await startLab();
  const answer = await answerTo(lab, "GET / HTTP/1.1\r\nHost: bucket.s3.amazonaws.com\r\n\r\n");
  expect(answer).toContain("iamgen: this port is a proxy, not a server");
  expect(lab.exchanges).toEqual([]);
  expect(refused(lab)).toHaveLength(1);
});

test("a client of node:http sees the refusal as an ordinary answer", async () => {
  const lab = await startLab();
  const asked = request({ port: lab.capture.port, path: "ftp://example.com/" });
  asked.end();
  const [response] = await once(asked, "response");
  expect(response.statusCode).toBe(501);
  response.resume();
});

test.each(["CONNECT example.com HTTP/1.1\r\n\r\n", "CONNECT :443 HTTP/1.1\r\n\r\n"])(
  "%j is a bad request",
  async (text) => {
    const lab = await startLab();
    expect(await answerTo(lab, text)).toMatch(/^HTTP\/1\.1 400 /);
    expect(refused(lab)).toEqual([{ kind: "refused", authority: "", detail: "malformed target" }]);
  },
);

test.each(["127.0.0.1", "localhost", "[::1]"])("a CONNECT to the proxy itself by %s is refused", async (hostname) => {
  const lab = await startLab();
  const authority = `${hostname}:${lab.capture.port}`;
  const { head } = await connectTo(lab, authority);
  expect(head).toMatch(/^HTTP\/1\.1 508 /);
  expect(refused(lab)).toEqual([{ kind: "refused", authority, detail: `\`${authority}\` is this proxy itself` }]);
});

test("a preface that leads back to the proxy ends the connection", async () => {
  const lab = await startLab();
  const socket = await dialCapture(lab);
  socket.write(`IAMGEN/1 127.0.0.1:${lab.capture.port}\r\nGET / HTTP/1.1\r\n\r\n`);
  expect(await endOf(socket)).toMatchObject({ code: "ECONNRESET" });
  expect(refused(lab)).toHaveLength(1);
});

test.each([
  ["HTTP/2 without a target", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
  ["neither TLS nor HTTP", "\x00\x01\x02"],
  ["TLS that is none", "\x16\x03\x01\x00\x05hello"],
  ["a malformed preface", "IAMGEN/1 nowhere\r\n"],
])("%s is reset and reported", async (_what, bytes) => {
  const lab = await startLab();
  const socket = await dialCapture(lab);
  const end = endOf(socket);
  socket.write(bytes, "latin1");
  expect(await end).toMatchObject({ code: "ECONNRESET" });
  expect(refused(lab)).toHaveLength(1);
});

test("a connection that closes without a byte leaves no trace", async () => {
  const lab = await startLab();
  const socket = await dialCapture(lab);
  socket.end();
  await endOf(socket);
  expect(lab.notices).toEqual([]);
});

test("an exception in what the owner gave ends one connection, and the proxy goes on", async () => {
  const lab = await startLab({
    route: (hostname) => {
      if (hostname === "localhost") throw new Error("no route for localhost");
      return { kind: "tunnel", why: "not-aws" };
    },
  });
  const socket = await dialCapture(lab);
  const end = endOf(socket);
  socket.write("CONNECT localhost:1 HTTP/1.1\r\n\r\n");
  expect(await end).toMatchObject({ code: "ECONNRESET" });
  expect(refused(lab)).toEqual([{ kind: "refused", authority: "", detail: "internal: no route for localhost" }]);
  expect((await connectTo(lab, "127.0.0.1:1")).head).toMatch(/^HTTP\/1\.1 502 /);
});

test("an exception in the owner's notice handler disturbs nothing", async () => {
  const lab = await startLab({
    onNotice: () => {
      throw new Error("report is broken");
    },
  });
  expect(await answerTo(lab, "GET / HTTP/1.1\r\n\r\n")).toMatch(/^HTTP\/1\.1 501 /);
});

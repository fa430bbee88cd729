import { expect, test } from "vitest";
import { proxiedRequest } from "../../src/capture/absolute-form.ts";

const read = (text: string) => {
  const verdict = proxiedRequest(Buffer.from(text, "latin1"));
  if (verdict === undefined || verdict === "not-proxied") return verdict;
  return { ...verdict, head: verdict.head.toString("latin1") };
};

test("names its target, and becomes what the server itself is sent, byte for byte but for the connection", () => {
  const text =
    "PUT http://Example.com:81/a//b%2F*?x=1&y HTTP/1.1\r\nHost: Example.com:81\r\nX-Kept:  \xfc \r\n" +
    "Proxy-Connection: keep-alive\r\nProxy-Authorization: Basic eA==\r\nConnection: keep-alive\r\nContent-Length: 1\r\n\r\n";
  expect(read(`${text}x`)).toEqual({
    scheme: "http",
    target: { hostname: "example.com", port: 81 },
    length: text.length,
    head:
      "PUT /a//b%2F*?x=1&y HTTP/1.1\r\nHost: Example.com:81\r\nX-Kept:  \xfc \r\n" +
      "Content-Length: 1\r\nConnection: close\r\n\r\n",
  });
});

test.each(["GET http://a.test/x\nX: 1 HTTP/1.1", "GET http://a.test\n/ HTTP/1.1", "GET http://a\t@a.test/ HTTP/1.1"])(
  "%j is no request: a line would become two",
  (requestLine) => {
    expect(read(`${requestLine}\r\nHost: a.test\r\n\r\n`)).toBe("not-proxied");
  },
);

test("a field that goes on in the next line (RFC 9112 5.2) is left out or kept whole", () => {
  const text =
    "GET http://a.test/ HTTP/1.1\r\nHost: a.test\r\nProxy-Authorization: Basic\r\n c2VjcmV0\r\n" +
    "X-Kept: one\r\n\ttwo\r\nConnection:\r\n keep-alive\r\n\r\n";
  expect(read(text)).toHaveProperty(
    "head",
    "GET / HTTP/1.1\r\nHost: a.test\r\nX-Kept: one\r\n\ttwo\r\nConnection: close\r\n\r\n",
  );
});

test.each([
  ["http://example.com", "GET / HTTP/1.1", "example.com", 80],
  ["http://example.com?q=/", "GET /?q=/ HTTP/1.1", "example.com", 80],
  ["HTTP://user:word@example.com/#part", "GET / HTTP/1.1", "example.com", 80],
  ["http://[::1]:8080/x", "GET /x HTTP/1.1", "::1", 8080],
  ["http://[::1]/x", "GET /x HTTP/1.1", "::1", 80],
  ["https://example.com/x", "GET /x HTTP/1.1", "example.com", 443],
])("reads %s", (url, requestLine, hostname, port) => {
  expect(read(`GET ${url} HTTP/1.1\r\nHost: h\r\n\r\n`)).toMatchObject({
    target: { hostname, port },
    head: `${requestLine}\r\nHost: h\r\nConnection: close\r\n\r\n`,
  });
});

test("gives HTTP/1.0 the host that it left out", () => {
  expect(read("GET http://a.test/ HTTP/1.0\r\n\r\n")).toHaveProperty(
    "head",
    "GET / HTTP/1.0\r\nHost: a.test\r\nConnection: close\r\n\r\n",
  );
});

test("leaves the connection alone where it is to become another protocol", () => {
  const fields = "Host: a.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
  expect(read(`GET http://a.test/ HTTP/1.1\r\n${fields}`)).toHaveProperty("head", `GET / HTTP/1.1\r\n${fields}`);
});

test.each([
  "GET / HTTP/1.1\r\nHost: a.test\r\n\r\n",
  "GET ftp://a.test/ HTTP/1.1\r\n\r\n",
  "GET http:///x HTTP/1.1\r\n\r\n",
  "GET http://a.test:99999/ HTTP/1.1\r\n\r\n",
  "GET http://a.test/ HTTP/2.0\r\n\r\n",
  "GET http://a.test/ HTTP/1.1\nHost: a.test\n\n",
  "GET / HTTP/1.1\r\n",
  `GET http://a.test/${"x".repeat(65536)}`,
])("is nothing else: %j", (text) => {
  expect(read(text)).toBe("not-proxied");
});

test("waits for the whole head", () => {
  expect(read("GET http://a.test/ HTTP/1.1\r\nHost: a.test\r\n")).toBeUndefined();
});

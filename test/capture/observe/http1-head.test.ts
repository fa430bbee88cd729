import { describe, expect, test } from "vitest";
import { parseRequestHead, parseResponseHead, valuesOf } from "../../../src/capture/observe/http1-head.ts";

const headersOf = (...lines: string[]) => parseRequestHead(`GET / HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`).headers;

describe("request line", () => {
  test.each([
    ["GET /a%2Fb//c?x=1&y HTTP/1.1", "GET", "/a%2Fb//c?x=1&y", "1.1"],
    ["M-SEARCH * HTTP/1.0", "M-SEARCH", "*", "1.0"],
    ["GET http://h/abs HTTP/1.1", "GET", "http://h/abs", "1.1"],
    ["GET /a b HTTP/1.1", "GET", "/a b", "1.1"],
    ["GET /caf\xc3\xa9 HTTP/1.1", "GET", "/caf\xc3\xa9", "1.1"],
  ])("%s keeps its target as sent", (line, method, target, httpVersion) => {
    expect(parseRequestHead(`${line}\r\n\r\n`)).toEqual({ method, target, httpVersion, host: "", headers: [] });
  });

  test.each([
    "GET /",
    "GET / HTTP/2.0",
    "GET  HTTP/1.1",
    "G(T / HTTP/1.1",
    " GET / HTTP/1.1",
    "GET / HTTP/1.1 ",
    "garbage",
  ])("%j is none", (line) => {
    expect(() => parseRequestHead(`${line}\r\n\r\n`)).toThrow("no request line");
  });
});

describe("status line", () => {
  test.each([
    ["HTTP/1.1 200 OK", 200, "1.1"],
    ["HTTP/1.1 404", 404, "1.1"],
    ["HTTP/1.1 500 ", 500, "1.1"],
    ["HTTP/1.0 302 Moved Temporarily", 302, "1.0"],
    ["HTTP/1.1 200 caf\xe9", 200, "1.1"],
  ])("%j", (line, status, httpVersion) => {
    expect(parseResponseHead(`${line}\r\n\r\n`)).toEqual({ status, httpVersion, headers: [] });
  });

  test.each(["HTTP/1.1 20 OK", "HTTP/1.1 2000 OK", "HTTP/1.1 099 Low", "HTTP/2 200", "ICY 200 OK"])(
    "%j is none",
    (line) => {
      expect(() => parseResponseHead(`${line}\r\n\r\n`)).toThrow("no status line");
    },
  );
});

describe("header fields", () => {
  test("keep order, case and duplicates", () => {
    expect(headersOf("b: 1", "A: 2", "B: 3", "b: 1")).toEqual([
      ["b", "1"],
      ["A", "2"],
      ["B", "3"],
      ["b", "1"],
    ]);
  });

  test.each([
    ["x:1", "1"],
    ["x: \t 1 2 \t", "1 2"],
    ["x:", ""],
    ["x: a:b", "a:b"],
    ["x: \xa0caf\xe9\xa0", "\xa0caf\xe9\xa0"],
    ["x: a\r\n  b\r\n\tc", "a b c"],
    ["x:\r\n a", "a"],
    ["x: a\r\n \t\r\n b", "a b"],
    ["x: a\r\n ", "a"],
  ])("%j has the value %j", (line, value) => {
    expect(headersOf(line)).toEqual([["x", value]]);
  });

  test("lines may end in a bare LF", () => {
    const head = parseRequestHead("GET / HTTP/1.1\nHost: h\nx: 1\r\n\n");
    expect(head.headers).toEqual([
      ["Host", "h"],
      ["x", "1"],
    ]);
    expect(head.host).toBe("h");
  });

  test.each([["no colon"], ["x : 1"], [": 1"], ["x y: 1"], [" folded: nothing before"]])("%j is malformed", (line) => {
    expect(() => headersOf(line)).toThrow("malformed header field");
  });

  test.each(["x: a\rb", "x: a\0b", "x: a\r\r\nb: c"])("%j is refused", (line) => {
    expect(() => headersOf(line)).toThrow("bare CR or NUL in a head");
  });

  test("are found by name in any case", () => {
    expect(
      valuesOf(
        [
          ["Host", "a"],
          ["HOST", "b"],
          ["Hosts", "c"],
        ],
        "host",
      ),
    ).toEqual(["a", "b"]);
  });
});

// A head may have 256 KB. Read again from every place, such a head takes a minute.
describe("a head is read in one go", () => {
  const many = (text: string) => text.repeat(60_000);

  test("whatever stands between its method and its end", () => {
    for (const line of [
      `GET${many("    ")}x`,
      `GET /${many("    ")}HTTP/1`,
      `GET ${many(" x")}`,
      `GET ${many("\t  ")}`,
    ]) {
      expect(() => parseRequestHead(`${line}\r\n\r\n`)).toThrow("no request line");
    }
  });

  test("however often a long value is folded", () => {
    const long = many("bb");
    const value = headersOf(`x: ${long}`, many(" a\r\n").trimEnd())[0]?.[1];
    expect(value).toBe(`${long} ${many("a ").trimEnd()}`);
  });
});

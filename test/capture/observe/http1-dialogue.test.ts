import { describe, expect, test } from "vitest";
import { observe, type Step } from "../../support/observed-dialogue.ts";

const GET = "GET /a HTTP/1.1\r\nHost: api.example.com\r\n\r\n";
const PUT_5 = "PUT /k HTTP/1.1\r\nHost: api.example.com\r\nContent-Length: 5\r\n\r\n";
const EXPECTING_5 = "PUT /k HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";
const OK_2 = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
const NO_CONTENT = "HTTP/1.1 204 No Content\r\n\r\n";

const callsOf = (...steps: Step[]) => observe(steps).calls;

describe("one exchange after the other", () => {
  test("tells request, its end, response and its end in this order", () => {
    expect(callsOf(["client", PUT_5], ["client", "hello"], ["upstream", OK_2], ["end"])).toEqual([
      "1 open PUT /k",
      '1 request "hello"',
      "1 response 200",
      '1 answer "ok"',
    ]);
  });

  test("observes the next request on a kept connection", () => {
    expect(
      callsOf(["client", GET], ["upstream", OK_2], ["client", PUT_5], ["client", "hello"], ["upstream", NO_CONTENT]),
    ).toEqual([
      "1 open GET /a",
      '1 request ""',
      "1 response 200",
      '1 answer "ok"',
      "2 open PUT /k",
      '2 request "hello"',
      "2 response 204",
      '2 answer ""',
    ]);
  });

  test("gives the connection, the clock and the id with the head", () => {
    const { requests, responses } = observe([
      ["client", GET],
      ["upstream", OK_2],
    ]);
    expect(requests).toEqual([
      {
        connection: { id: 7, approach: "connect", scheme: "https", authority: "api.example.com:443" },
        id: 1,
        startedAt: 1_700_000_000_000,
        httpVersion: "1.1",
        method: "GET",
        target: "/a",
        host: "api.example.com",
        headers: [["Host", "api.example.com"]],
      },
    ]);
    expect(responses).toEqual([{ status: 200, headers: [["Content-Length", "2"]] }]);
  });

  test("takes the content of chunked bodies without their framing", () => {
    const head = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
    const body = "5;name=value\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32: AAAAAA==\r\n\r\n";
    expect(callsOf(["client", head + body], ["upstream", OK_2])).toEqual([
      "1 open POST /",
      '1 request "hello world"',
      "1 response 200",
      '1 answer "ok"',
    ]);
  });

  test("reads a response without a length until the connection closes", () => {
    expect(callsOf(["client", GET], ["upstream", "HTTP/1.0 200 OK\r\n\r\nall of it"], ["end"])).toEqual([
      "1 open GET /a",
      '1 request ""',
      "1 response 200",
      '1 answer "all of it"',
    ]);
  });
});

describe("responses without a body", () => {
  test.each([
    ["to HEAD", "HEAD /a HTTP/1.1\r\nHost: h\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n"],
    ["204", GET, "HTTP/1.1 204 No Content\r\nContent-Length: 900\r\n\r\n"],
    ["304", GET, "HTTP/1.1 304 Not Modified\r\nContent-Length: 900\r\n\r\n"],
    ["of length zero", GET, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"],
  ])("%s end with their head", (_, request, response) => {
    const calls = callsOf(["client", request], ["upstream", response], ["client", GET], ["upstream", OK_2]);
    expect(calls.slice(3)).toEqual(['1 answer ""', "2 open GET /a", '2 request ""', "2 response 200", '2 answer "ok"']);
  });
});

describe("informational responses", () => {
  test.each(["100 Continue", "102 Processing", "103 Early Hints\r\nLink: </style.css>"])(
    "%s is passed over",
    (status) => {
      expect(
        callsOf(
          ["client", EXPECTING_5],
          ["upstream", `HTTP/1.1 ${status}\r\n\r\n`],
          ["client", "hello"],
          ["upstream", OK_2],
        ),
      ).toEqual(["1 open PUT /k", '1 request "hello"', "1 response 200", '1 answer "ok"']);
    },
  );

  test("101 completes the exchange and ends the observing without a word", () => {
    const upgrade = "GET /ws HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    const switching = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n\x81\x05hello";
    expect(
      callsOf(
        ["client", upgrade],
        ["upstream", switching],
        ["client", "\x81\x85\0\r\n\r\n"],
        ["upstream", "\r\n"],
        ["end"],
      ),
    ).toEqual(["1 open GET /ws", '1 request ""', "1 response 101", '1 answer ""']);
  });

  test("an upgrade that the server declines leaves the connection observed", () => {
    const upgrade = "GET /ws HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    expect(callsOf(["client", upgrade], ["upstream", OK_2], ["client", GET]).slice(3)).toEqual([
      '1 answer "ok"',
      "2 open GET /a",
      '2 request ""',
    ]);
  });

  test("an upgrade to h2c is a lost place, because its answer comes in the new protocol", () => {
    const upgrade = "GET / HTTP/1.1\r\nHost: h\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n\r\n";
    expect(
      callsOf(["client", upgrade], ["upstream", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n"]),
    ).toEqual(["1 open GET /", '1 request ""', "1 abandoned observer-lost", "lost: upgraded to h2c"]);
  });
});

describe("pipelining", () => {
  test("responses belong to requests in order", () => {
    const head = "HEAD /b HTTP/1.1\r\nHost: h\r\n\r\n";
    const answers = `${OK_2}HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nHTTP/1.1 404 Not Found\r\nContent-Length: 3\r\n\r\nnot`;
    expect(callsOf(["client", GET + head + PUT_5], ["client", "hello"], ["upstream", answers])).toEqual([
      "1 open GET /a",
      '1 request ""',
      "2 open HEAD /b",
      '2 request ""',
      "3 open PUT /k",
      '3 request "hello"',
      "1 response 200",
      '1 answer "ok"',
      "2 response 200",
      '2 answer ""',
      "3 response 404",
      '3 answer "not"',
    ]);
  });

  test("a client that never waits for an answer is given up on", () => {
    const { calls } = observe([["client", GET.repeat(1025)]]);
    expect(calls.at(-1)).toBe("lost: too many requests without an answer");
    expect(calls.filter((call) => call.endsWith("abandoned observer-lost"))).toHaveLength(1024);
  });
});

describe("bytes that belong to no request", () => {
  test("a 408 on an idle connection is no loss, and answers nothing", () => {
    const idle = "HTTP/1.1 408 Request Timeout\r\nContent-Length: 2\r\n\r\nbye";
    expect(callsOf(["client", GET], ["upstream", OK_2], ["upstream", idle], ["client", GET], ["end"]).slice(4)).toEqual(
      ["2 open GET /a", '2 request ""', "2 abandoned connection-closed"],
    );
  });

  test.each<[string, Step[]]>([
    ["response without a request", [["upstream", OK_2]]],
    ["CONNECT inside the connection", [["client", "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n"]]],
    ["no request line", [["client", "PRI * HTTP/2.0\r\n\r\n"]]],
    [
      "no status line",
      [
        ["client", GET],
        ["upstream", "ICY 200 OK\r\n\r\n"],
      ],
    ],
    ["chunk longer than its size", [["client", "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc"]]],
  ])("%s: gives up once, then keeps silent", (detail, steps) => {
    const { calls } = observe([...steps, ["client", GET], ["upstream", OK_2], ["end"]]);
    expect(calls.filter((call) => call.startsWith("lost"))).toEqual([`lost: ${detail}`]);
    expect(calls.at(-1)).toBe(`lost: ${detail}`);
  });
});

import { describe, expect, test } from "vitest";
import { FLAG, FRAME } from "../../../src/capture/observe/http2-frame-reader.ts";
import { data, fieldBlock, frame, headers, PREFACE, request, response, settings } from "../../support/http2-bytes.ts";
import { observe, type Step } from "../../support/observed-dialogue.ts";

const END = FLAG.endStream;
const NO_ERROR = Buffer.alloc(4);
const START: Step[] = [
  ["client", PREFACE],
  ["client", settings()],
  ["upstream", settings()],
];

const callsOf = (...steps: Step[]) => observe([...START, ...steps], { protocol: "h2" }).calls;

describe("one stream", () => {
  test("tells request, its end, response and its end in this order", () => {
    expect(
      callsOf(
        ["client", request(1, "/")],
        ["client", data(1, "hel")],
        ["client", data(1, "lo", END)],
        ["upstream", response(1, 200)],
        ["upstream", data(1, "o")],
        ["upstream", data(1, "k", END)],
        ["end"],
      ),
    ).toEqual(["1 open POST /", '1 request "hello"', "1 response 200", '1 answer "ok"']);
  });

  test("gives pseudo-header fields their places in the heads", () => {
    const { requests, responses } = observe(
      [...START, ["client", request(1, "/a%2Fb?x=1", END)], ["upstream", response(1, 404, END)]],
      { protocol: "h2" },
    );
    expect(requests).toMatchObject([
      {
        id: 1,
        httpVersion: "2",
        method: "POST",
        target: "/a%2Fb?x=1",
        host: "api.example.com",
        headers: [["x-a", "1"]],
      },
    ]);
    expect(responses).toEqual([{ status: 404, headers: [["x-b", "2"]] }]);
  });

  test("takes the host field where :authority is absent", () => {
    const fields = [
      [":method", "GET"],
      [":scheme", "https"],
      [":path", "/"],
      ["host", "h.example.com"],
    ] as const;
    const { requests } = observe([...START, ["client", headers(1, fields, END)]], { protocol: "h2" });
    expect(requests[0]?.host).toBe("h.example.com");
  });

  test("ends both sides with their heads where these say so", () => {
    expect(callsOf(["client", request(1, "/", END, "HEAD")], ["upstream", response(1, 200, END)])).toEqual([
      "1 open HEAD /",
      '1 request ""',
      "1 response 200",
      '1 answer ""',
    ]);
  });

  test("ends both sides with trailers", () => {
    const trailers = headers(1, [["x-trailer", "1"]], END);
    expect(
      callsOf(
        ["client", request(1, "/")],
        ["client", data(1, "hello")],
        ["client", trailers],
        ["upstream", response(1, 200)],
        ["upstream", data(1, "ok")],
        ["upstream", trailers],
      ),
    ).toEqual(["1 open POST /", '1 request "hello"', "1 response 200", '1 answer "ok"']);
  });

  test("passes over informational responses", () => {
    const early = headers(1, [
      [":status", "103"],
      ["link", "</s.css>"],
    ]);
    expect(
      callsOf(["client", request(1, "/", END)], ["upstream", early], ["upstream", response(1, 200, END)]).slice(2),
    ).toEqual(["1 response 200", '1 answer ""']);
  });

  test("removes padding and priority", () => {
    const block = fieldBlock([
      [":method", "PUT"],
      [":path", "/padded"],
    ]);
    const padded = Buffer.concat([Buffer.of(3), Buffer.alloc(5), block, Buffer.alloc(3, "p")]);
    const flags = FLAG.padded | FLAG.priority | FLAG.endHeaders;
    expect(
      callsOf(
        ["client", frame(FRAME.headers, flags, 1, padded)],
        ["client", frame(FRAME.data, FLAG.padded, 1, "\x04helloPADD")],
        ["client", frame(FRAME.data, FLAG.padded, 1, "\0 you")],
        ["client", frame(FRAME.data, FLAG.padded | END, 1, "\x02PA")],
      ),
    ).toEqual(["1 open PUT /padded", '1 request "hello you"']);
  });

  test("puts a head together from CONTINUATION frames", () => {
    const block = fieldBlock([
      [":method", "PUT"],
      [":path", `/${"long".repeat(50)}`],
    ]);
    const [first, second, third] = [block.subarray(0, 5), block.subarray(5, 100), block.subarray(100)];
    const calls = callsOf(
      ["client", frame(FRAME.headers, END, 1, first)],
      ["client", frame(FRAME.continuation, 0, 1, second)],
      ["client", frame(FRAME.continuation, FLAG.endHeaders, 1, third)],
    );
    expect(calls).toEqual([`1 open PUT /${"long".repeat(50)}`, '1 request ""']);
  });
});

describe("many streams", () => {
  test("are kept apart however they are interleaved", () => {
    expect(
      callsOf(
        ["client", request(1, "/one")],
        ["client", request(3, "/three")],
        ["client", data(3, "3")],
        ["client", data(1, "1")],
        ["client", data(3, "3", END)],
        ["upstream", response(3, 200)],
        ["client", data(1, "1", END)],
        ["upstream", response(1, 201)],
        ["upstream", data(1, "one")],
        ["upstream", data(3, "three", END)],
        ["upstream", data(1, "!", END)],
      ),
    ).toEqual([
      "1 open POST /one",
      "2 open POST /three",
      '2 request "33"',
      "2 response 200",
      '1 request "11"',
      "1 response 201",
      '2 answer "three"',
      '1 answer "one!"',
    ]);
  });

  test("that are pushed count for HPACK alone", () => {
    const promised = Buffer.concat([
      Buffer.of(0, 0, 0, 2),
      fieldBlock([
        [":method", "GET"],
        [":path", "/pushed"],
      ]),
    ]);
    expect(
      callsOf(
        ["client", request(1, "/", END)],
        ["upstream", frame(FRAME.pushPromise, FLAG.endHeaders, 1, promised)],
        ["upstream", response(2, 200)],
        ["upstream", data(2, "pushed", END)],
        ["upstream", response(1, 200, END)],
      ),
    ).toEqual(["1 open POST /", '1 request ""', "1 response 200", '1 answer ""']);
  });

  test("without an answer are given up on when they are too many", () => {
    const calls = callsOf([
      "client",
      Buffer.concat(Array.from({ length: 2049 }, (_, n) => request(2 * n + 1, "/", END))),
    ]);
    expect(calls.at(-1)).toBe("lost: too many streams without an answer");
    expect(calls.filter((call) => call.endsWith("abandoned observer-lost"))).toHaveLength(2048);
  });
});

describe("an early end", () => {
  test("a response before the request is complete hands the request over as far as it came", () => {
    expect(
      callsOf(
        ["client", request(1, "/")],
        ["client", data(1, "he")],
        ["upstream", response(1, 403)],
        ["client", data(1, "llo")],
        ["upstream", data(1, "no", END)],
        ["upstream", frame(FRAME.rstStream, 0, 1, NO_ERROR)],
        ["client", data(1, "!", END)],
        ["client", request(3, "/next", END)],
      ),
    ).toEqual([
      "1 open POST /",
      '1 request "he" truncated',
      "1 response 403",
      '1 answer "no"',
      "2 open POST /next",
      '2 request ""',
    ]);
  });

  test.each<[string, "client" | "upstream"]>([
    ["the client", "client"],
    ["the upstream", "upstream"],
  ])("a stream reset by %s is abandoned, the others go on", (_, resetter) => {
    expect(
      callsOf(
        ["client", request(1, "/one")],
        ["client", request(3, "/three", END)],
        ["upstream", response(3, 200)],
        [resetter, frame(FRAME.rstStream, 0, 1, NO_ERROR)],
        ["upstream", data(3, "ok", END)],
      ).slice(4),
    ).toEqual(['1 request "" truncated', "1 abandoned stream-reset", '2 answer "ok"']);
  });

  test("streams that the upstream refuses when going away are abandoned", () => {
    const goaway = frame(FRAME.goaway, 0, 0, Buffer.concat([Buffer.of(0, 0, 0, 1), NO_ERROR, Buffer.from("bye")]));
    expect(
      callsOf(
        ["client", request(1, "/one", END)],
        ["client", request(3, "/three", END)],
        ["upstream", goaway],
        ["upstream", response(1, 200, END)],
      ).slice(4),
    ).toEqual(["2 abandoned stream-reset", "1 response 200", '1 answer ""']);
  });

  test("the close of the connection abandons what is open", () => {
    expect(callsOf(["client", request(1, "/", END)], ["upstream", response(1, 200)], ["end"]).slice(2)).toEqual([
      "1 response 200",
      "1 abandoned connection-closed",
    ]);
  });
});

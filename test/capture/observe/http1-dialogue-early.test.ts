import { describe, expect, test } from "vitest";
import { observe, type Step } from "../../support/observed-dialogue.ts";

const GET = "GET /a HTTP/1.1\r\nHost: api.example.com\r\n\r\n";
const PUT_5 = "PUT /k HTTP/1.1\r\nHost: api.example.com\r\nContent-Length: 5\r\n\r\n";
const EXPECTING_5 = "PUT /k HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";
const OK_2 = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

const callsOf = (...steps: Step[]) => observe(steps).calls;

describe("a response before the request is complete", () => {
  const DENIED = "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno";
  const early = ["1 open PUT /k", '1 request "" truncated', "1 response 403", '1 answer "no"'];

  test("hands the request over as far as it came", () => {
    expect(callsOf(["client", `${PUT_5}he`], ["upstream", DENIED], ["end"])).toEqual([
      "1 open PUT /k",
      '1 request "he" truncated',
      "1 response 403",
      '1 answer "no"',
    ]);
  });

  test("passes over the rest of the request and observes the next one", () => {
    const calls = callsOf(["client", `${PUT_5}he`], ["upstream", DENIED], ["client", `llo${GET}`], ["upstream", OK_2]);
    expect(calls.slice(4)).toEqual(["2 open GET /a", '2 request ""', "2 response 200", '2 answer "ok"']);
  });

  test("an expectation that is refused may be followed by the next request", () => {
    const calls = callsOf(["client", EXPECTING_5], ["upstream", DENIED], ["client", GET], ["upstream", OK_2]);
    expect(calls).toEqual([...early, "2 open GET /a", '2 request ""', "2 response 200", '2 answer "ok"']);
  });

  test("an expectation that is refused may be followed by the body all the same", () => {
    const calls = callsOf(["client", EXPECTING_5], ["upstream", DENIED], ["client", `POSTS${GET}`], ["upstream", OK_2]);
    expect(calls).toEqual([...early, "2 open GET /a", '2 request ""', "2 response 200", '2 answer "ok"']);
  });

  test("an expectation that is refused may be followed by the end", () => {
    expect(callsOf(["client", EXPECTING_5], ["upstream", DENIED], ["end"])).toEqual(early);
  });

  test("after 100 the body comes, even where it looks like a request", () => {
    const calls = callsOf(
      ["client", "PUT /k HTTP/1.1\r\nHost: h\r\nContent-Length: 6\r\nExpect: 100-Continue\r\n\r\n"],
      ["upstream", `HTTP/1.1 100 Continue\r\n\r\n${DENIED}`],
      ["client", "GET /x"],
      ["client", GET],
    );
    expect(calls.slice(4)).toEqual(["2 open GET /a", '2 request ""']);
  });
});

describe("a connection that closes midway", () => {
  test.each<[string, Step[], string[]]>([
    ["in the request head", [["client", "GET /a HTTP"]], []],
    [
      "in the request body",
      [["client", `${PUT_5}hel`]],
      ["1 open PUT /k", '1 request "hel" truncated', "1 abandoned connection-closed"],
    ],
    ["before the response", [["client", GET]], ["1 open GET /a", '1 request ""', "1 abandoned connection-closed"]],
    [
      "after an informational response",
      [
        ["client", GET],
        ["upstream", "HTTP/1.1 103 Early Hints\r\n\r\n"],
      ],
      ["1 open GET /a", '1 request ""', "1 abandoned connection-closed"],
    ],
    [
      "in the response body",
      [
        ["client", GET],
        ["upstream", OK_2.slice(0, -1)],
      ],
      ["1 open GET /a", '1 request ""', "1 response 200", "1 abandoned connection-closed"],
    ],
    [
      "between pipelined responses",
      [
        ["client", GET + GET],
        ["upstream", OK_2],
      ],
      [
        "1 open GET /a",
        '1 request ""',
        "2 open GET /a",
        '2 request ""',
        "1 response 200",
        '1 answer "ok"',
        "2 abandoned connection-closed",
      ],
    ],
  ])("%s abandons what is not complete", (_, steps, calls) => {
    expect(callsOf(...steps, ["end"], ["client", GET], ["end"])).toEqual(calls);
  });
});

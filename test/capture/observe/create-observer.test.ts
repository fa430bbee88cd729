import { expect, test } from "vitest";
import { createObserver } from "../../../src/capture/observe/create-observer.ts";
import { CONNECTION, observe, type Step } from "../../support/observed-dialogue.ts";

const GET = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n";
const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

test("a sink that throws loses its exchange, not the connection", () => {
  const onCall = (line: string) => {
    if (line.startsWith("1 response")) throw new Error("disk full");
  };
  const steps: Step[] = [
    ["client", GET],
    ["upstream", OK],
    ["client", GET],
    ["upstream", OK],
  ];
  expect(observe(steps, { onCall })).toMatchObject({
    calls: ["1 open GET /a", '1 request ""', "2 open GET /a", '2 request ""', "2 response 200", '2 answer "ok"'],
    failures: ["Error: disk full"],
  });
});

test("an exchange that cannot be opened still takes its response with it", () => {
  const onCall = (line: string) => {
    if (line.startsWith("1 open")) throw new Error("no memory");
  };
  const steps: Step[] = [
    ["client", GET + GET],
    ["upstream", OK + OK],
  ];
  expect(observe(steps, { onCall })).toMatchObject({
    calls: ["2 open GET /a", '2 request ""', "2 response 200", '2 answer "ok"'],
    failures: ["Error: no memory"],
  });
});

test("abandons open exchanges before it says that it is lost", () => {
  expect(observe([["client", GET], ["client", "\0\r\n\r\n"], ["upstream", OK], ["end"]]).calls).toEqual([
    "1 open GET /a",
    '1 request ""',
    "1 abandoned observer-lost",
    "lost: bare CR or NUL in a head",
  ]);
});

test("lets out no exception of the callbacks", () => {
  const fail = () => {
    throw new Error("callback failed");
  };
  const observer = createObserver({
    protocol: "http/1.1",
    connection: CONNECTION,
    open: fail,
    nextId: fail,
    now: fail,
    onSinkFailed: fail,
    onLost: fail,
  });
  observer.fromClient(Buffer.from(GET));
  observer.fromUpstream(Buffer.from(OK));
  observer.end("connection-closed");
  expect(observer).toBeDefined();
});

test("says what failed where the fault is its own", () => {
  const lost: string[] = [];
  const observer = createObserver({
    protocol: "http/1.1",
    connection: CONNECTION,
    open: () => expect.unreachable(),
    nextId: () => {
      throw new RangeError("out of numbers");
    },
    now: () => 0,
    onSinkFailed: (error) => lost.push(String(error)),
    onLost: (detail) => lost.push(detail),
  });
  observer.fromClient(Buffer.from(GET));
  expect(lost).toEqual(["observer failed: RangeError: out of numbers"]);
});

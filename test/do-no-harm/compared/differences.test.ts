import { expect, test } from "vitest";
import { differences, type Outcome } from "./differences.ts";
import type { ConnectionLog } from "./peer.ts";

const log = (start: string, ending = "end, closed"): ConnectionLog => ({
  start,
  ending,
  length: start.length,
  hash: start,
});
const outcome = (server: ConnectionLog[], client: ConnectionLog[] = [], result: unknown = "ok"): Outcome => ({
  server,
  client,
  result,
});

test("two equal runs differ in nothing, whatever the order of their connections", () => {
  expect(differences(outcome([log("a"), log("b")]), outcome([log("b"), log("a")]))).toEqual([]);
});

test("a changed byte, a connection more, another ending and another result are each named", () => {
  const without = outcome([log("Host: a")], [log("HTTP/1.1 200")], 200);
  expect(differences(without, outcome([log("host: a")], [log("HTTP/1.1 200")], 200))).toEqual([
    'server, connection 1: at byte 0 "host: a" instead of "Host: a"',
  ]);
  expect(differences(without, outcome([log("Host: a"), log("")], [log("HTTP/1.1 200", "ECONNRESET")], 502))).toEqual([
    "server: 2 connections instead of 1",
    "client, connection 1: ECONNRESET instead of end, closed",
    "result: 502 instead of 200",
  ]);
});

test("bytes that are missing at the end, or differ beyond what was kept, are named too", () => {
  const kept = { ...log("abc"), length: 9, hash: "other" };
  expect(differences(outcome([log("abc")]), outcome([log("ab")]))).toEqual([
    'server, connection 1, 2 bytes instead of 3: at byte 2 "" instead of "c"',
  ]);
  expect(differences(outcome([log("abc")]), outcome([kept]))).toEqual([
    "server, connection 1, 9 bytes instead of 3: beyond byte 3",
  ]);
});

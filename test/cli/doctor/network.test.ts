import { expect, test } from "vitest";
import { examineNetwork } from "../../../src/cli/doctor/network.ts";
import { examined, toldOf } from "../../support/examined.ts";

const told = (environment: Record<string, string>) => toldOf(examineNetwork(examined(environment)));

test("without proxies", () => {
  expect(told({ HTTPS_PROXY: "" })).toEqual(["ok: iamgen reaches AWS directly"]);
});

test("the user's proxy stays the way out, and its password is not shown", () => {
  expect(told({ HTTPS_PROXY: "http://me:hunter2@proxy.corp:3128" })).toEqual([
    "ok: HTTPS_PROXY: proxy.corp:3128 stays the way out",
    "ok: iamgen reaches AWS through proxy.corp:3128",
  ]);
});

test("NO_PROXY that covers AWS does not hide calls", () => {
  expect(told({ https_proxy: "proxy.corp", no_proxy: ".amazonaws.com" }).slice(1)).toEqual([
    "ok: iamgen reaches AWS directly",
    "note: NO_PROXY covers AWS: calls still pass iamgen, which then goes on directly, as the program would",
  ]);
});

test.each([
  ["http://", /^problem: HTTPS_PROXY is no URL -> /],
  ["socks4://127.0.0.1:1080", /^problem: HTTPS_PROXY names a socks4 proxy, which iamgen cannot use -> /],
])("a proxy that cannot be used: %s", (value, line) => {
  expect(told({ HTTPS_PROXY: value })[0]).toMatch(line);
});

test("endpoints that are configured", () => {
  expect(told({ AWS_ENDPOINT_URL: "http://localhost:4566" })).toContain(
    "ok: calls to localhost:4566, a configured endpoint, are seen",
  );
});

import { expect, test } from "vitest";
import { alpnOffer, spokenProtocol, upstreamAttempts } from "../../../src/capture/tls/alpn.ts";

test.each([
  [undefined, "none"],
  [[], "none"],
  [["http/1.1"], "http/1.1"],
  [["http/1.1", "http/1.0"], "http/1.1"],
  [["h2"], "h2"],
  [["h2", "http/1.1"], "both"],
  [["x-amzn-mqtt-ca"], undefined],
  [["http/1.1", "x-amzn-http-ca"], undefined],
  [["h2", "h3"], undefined],
])("%j offers %s", (protocols, expected) => {
  expect(alpnOffer(protocols)).toBe(expected);
});

test("the upstream is asked for one protocol at a time, HTTP/1.1 first", () => {
  expect(upstreamAttempts("both")).toEqual(["http/1.1", "h2"]);
  expect(upstreamAttempts("h2")).toEqual(["h2"]);
  expect(upstreamAttempts("http/1.1")).toEqual(["http/1.1"]);
});

test("a client without ALPN makes an upstream connection without ALPN", () => {
  expect(upstreamAttempts("none")).toEqual([undefined]);
});

test("where nothing was negotiated, the offer tells what is spoken", () => {
  expect(spokenProtocol("none", undefined)).toBe("http/1.1");
  expect(spokenProtocol("both", undefined)).toBe("http/1.1");
  expect(spokenProtocol("h2", undefined)).toBe("h2");
  expect(spokenProtocol("both", "h2")).toBe("h2");
});

import { expect, test } from "vitest";
import { codeOf, UpstreamFailure } from "../../../src/capture/upstream/upstream-failure.ts";

test("carries stage, code and message", () => {
  const failure = new UpstreamFailure("connect", "ENOTFOUND", "getaddrinfo ENOTFOUND a.invalid");
  expect(failure).toMatchObject({ stage: "connect", code: "ENOTFOUND", message: "getaddrinfo ENOTFOUND a.invalid" });
});

test("the code of an error is its own, else its message", () => {
  expect(codeOf(Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }))).toBe("ECONNRESET");
  expect(codeOf(new Error("self-signed certificate"))).toBe("self-signed certificate");
  expect(codeOf("boom")).toBe("boom");
});

import { expect, test } from "vitest";
import { userProxy } from "../../src/run/user-proxy.ts";

const P = { HTTPS_PROXY: "http://proxy.test:3128" };
const proxied = (user: Record<string, string>, hostname: string, port = 443, scheme: "http" | "https" = "https") =>
  userProxy(user)(scheme, hostname, port)?.href;

test.each([
  ["nothing", {}, undefined],
  ["HTTPS_PROXY", P, "http://proxy.test:3128/"],
  ["https_proxy before HTTPS_PROXY", { ...P, https_proxy: "http://lower.test:1" }, "http://lower.test:1/"],
  ["an empty https_proxy as none", { ...P, https_proxy: "" }, "http://proxy.test:3128/"],
  ["HTTP_PROXY for http alone", { HTTP_PROXY: "http://proxy.test:3128" }, undefined],
  ["ALL_PROXY last", { ALL_PROXY: "https://all.test" }, "https://all.test/"],
  ["ALL_PROXY of SOCKS", { ALL_PROXY: "socks5h://u:p@127.0.0.1:1080" }, "socks5h://u:p@127.0.0.1:1080"],
  ["all_proxy as GNOME writes it", { all_proxy: "socks://127.0.0.1:1080/" }, "socks://127.0.0.1:1080/"],
  ["a proxy that we cannot speak to as none", { ALL_PROXY: "socks4://127.0.0.1:1080" }, undefined],
  ["a value without a scheme", { https_proxy: "user:pass@proxy.test:8080" }, "http://user:pass@proxy.test:8080/"],
  ["a value that is no URL as none", { https_proxy: "http://" }, undefined],
])("reads %s", (_title, user, expected) => {
  expect(proxied(user, "a.amazonaws.com")).toBe(expected);
});

test("takes HTTP_PROXY for plain http", () => {
  expect(proxied({ HTTP_PROXY: "proxy.test:3128" }, "a.test", 80, "http")).toBe("http://proxy.test:3128/");
});

test.each([
  ["*", "a.amazonaws.com", 443],
  [".amazonaws.com", "a.amazonaws.com", 443],
  ["amazonaws.com", "a.amazonaws.com", 443],
  ["*.amazonaws.com", "a.amazonaws.com.", 443],
  ["AMAZONAWS.com:443", "a.amazonaws.com", 443],
  ["other.test, a.amazonaws.com", "A.amazonaws.com", 443],
  ["10.0.0.0/8", "10.200.3.4", 443],
  ["192.168.1.7:9000", "192.168.1.7", 9000],
  ["fd00::7", "fd00::7", 443],
  ["[fd00::7]:9000", "[fd00::7]", 9000],
  ["", "localhost", 443],
  ["", "127.3.2.1", 443],
  ["", "::1", 443],
])("with NO_PROXY=%s connects directly to %s:%i", (entries, hostname, port) => {
  expect(proxied({ ...P, NO_PROXY: entries }, hostname, port)).toBeUndefined();
});

test.each([
  ["amazonaws.com:80", "a.amazonaws.com", 443],
  ["zonaws.com", "a.amazonaws.com", 443],
  ["a.amazonaws.com", "amazonaws.com", 443],
  ["10.0.0.0/8", "11.0.0.1", 443],
  ["10.0.0.0/8", "a.amazonaws.com", 443],
  ["fd00::/8", "fd00::1", 443],
])("with NO_PROXY=%s takes the proxy to %s:%i", (entries, hostname, port) => {
  expect(proxied({ ...P, NO_PROXY: entries }, hostname, port)).toBe("http://proxy.test:3128/");
});

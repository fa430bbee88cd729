import { expect, test } from "vitest";
import { shownIn } from "../../src/capture/proxy-credentials.ts";

const TOKEN = "c2VjcmV0-_x";
const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString("base64")}`;
const head = (...fields: string[]): string => ["CONNECT a:443 HTTP/1.1", "Host: a:443", ...fields, "", ""].join("\r\n");

test.each([
  ["Proxy-Authorization", basic(`iamgen:${TOKEN}`)],
  ["proxy-authorization", basic(`somebody:${TOKEN}`).replace("Basic", "basic")],
  ["PROXY-AUTHORIZATION", ` ${basic(`:${TOKEN}`)}  `],
])("%s: %s shows the token", (name, value) => {
  expect(shownIn(head(`${name}: ${value}`), TOKEN)).toBe("token");
});

test.each([
  ["another password", `Proxy-Authorization: ${basic("iamgen:guess")}`],
  ["the token as a user name", `Proxy-Authorization: ${basic(`${TOKEN}:`)}`],
  ["the beginning of the token", `Proxy-Authorization: ${basic(`iamgen:${TOKEN.slice(0, -1)}`)}`],
  ["no password at all", "Proxy-Authorization: Basic"],
  ["the token by another scheme", `Proxy-Authorization: Bearer ${TOKEN}`],
])("%s is something else", (_what, field) => {
  expect(shownIn(head(field), TOKEN)).toBe("something-else");
});

test.each([
  ["a head without the field", []],
  ["the token for the server, not for the proxy", [`Authorization: ${basic(`iamgen:${TOKEN}`)}`]],
])("%s shows nothing", (_what, fields) => {
  expect(shownIn(head(...fields), TOKEN)).toBe("nothing");
});

import { createRequire } from "node:module";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const offersOnlyHttp = createRequire(import.meta.url)(resolve(import.meta.dirname, "../../dist/preload/alpn.cjs"));

const wire = (...names: string[]): Buffer =>
  Buffer.concat(names.map((name) => Buffer.from(`${String.fromCharCode(name.length)}${name}`)));

test.each([
  [undefined, true],
  [[], true],
  [["h2", "http/1.1"], true],
  [["x-amzn-mqtt-ca"], false],
  [["http/1.1", "mqtt"], false],
  [wire("h2", "http/1.1"), true],
  [wire("http/1.1", "x-amzn-mqtt-ca"), false],
])("%j is only HTTP: %s", (protocols, isHttp) => {
  expect(offersOnlyHttp(protocols)).toBe(isHttp);
});

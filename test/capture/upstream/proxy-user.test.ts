import { expect, test } from "vitest";
import { proxyUser } from "../../../src/capture/upstream/proxy-user.ts";

test.each([
  ["http://proxy:1", undefined],
  ["http://us%20er:100%@proxy:1", { username: "us er", password: "100%" }],
  ["socks5h://token@proxy:1", { username: "token", password: "" }],
])("%s", (url, user) => {
  expect(proxyUser(new URL(url))).toEqual(user);
});

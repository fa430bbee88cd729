import { homedir } from "node:os";
import { expect, test } from "vitest";
import { userHome } from "../../src/run/user-home.ts";

// What a user without a home gets is in test/do-no-harm/poor-places.test.ts: it takes such a user.
test("a user's home is what the system says", () => {
  expect(userHome()).toBe(homedir());
});

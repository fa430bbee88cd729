import { expect, test } from "vitest";
import { settledText } from "../../src/merge/settled-text.ts";

test("goes on until nothing changes", async () => {
  expect(await settledText("aaaa", async (text) => text.replace("aa", "a"))).toBe("a");
});

test("a text that never settles is given up", async () => {
  expect(await settledText("", async (text) => `${text}x`)).toBe("xxxx");
});

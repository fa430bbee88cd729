import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { expect, test } from "vitest";
import { tellTest } from "../../src/library/test-channel.ts";

test("whoever listens is told which test begins and ends", () => {
  const told: unknown[] = [];
  const listener = (message: unknown): void => {
    told.push(message);
  };
  subscribe("iamgen:test", listener);
  tellTest("a", true);
  tellTest("a", false);
  unsubscribe("iamgen:test", listener);
  tellTest("b", true);
  expect(told).toEqual([
    { name: "a", isRunning: true },
    { name: "a", isRunning: false },
  ]);
});

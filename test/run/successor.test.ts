import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startSuccessor } from "../../src/run/successor.ts";
import { cleanEnvironment } from "../support/run-iamgen.ts";
import { tempDir } from "../support/temp-dir.ts";

const script = (text: string): string => {
  const path = join(tempDir(), "successor.cjs");
  writeFileSync(path, text);
  return path;
};

test("it begins when it is told to, in nobody's directory, and outlives the connection to us", async () => {
  const seen = join(tempDir(), "seen.json");
  const text = `
    process.once("message", (word) => {
      require("fs").writeFileSync(process.argv[2], JSON.stringify([word, process.cwd(), process.env.A]));
      process.send("begun");
    });
    process.send("ready");`;
  const successor = await startSuccessor({
    script: script(text),
    args: [seen],
    env: { ...cleanEnvironment(), A: "1" },
  });
  expect(existsSync(seen)).toBe(false);
  expect(await successor?.begin()).toBe(true);
  expect(JSON.parse(readFileSync(seen, "utf8"))).toEqual(["begin", "/", "1"]);
});

test("one that cannot start, or ends before it has begun, is told as such", async () => {
  const env = cleanEnvironment();
  expect(await startSuccessor({ script: "/nonexistent/successor.cjs", args: [], env })).toBeUndefined();
  const failing = await startSuccessor({
    script: script('process.send("ready"); process.once("message", () => process.exit(1));'),
    args: [],
    env,
  });
  expect(await failing?.begin()).toBe(false);
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { VERSION } from "../../src/library/version.ts";

test("the version is the manifest's", () => {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  expect(manifest).toContain(`"version": "${VERSION}"`);
});

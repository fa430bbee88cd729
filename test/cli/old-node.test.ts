import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { IAMGEN } from "../support/run-iamgen.ts";

/** Starts iamgen in a Node that says it is of this version. */
function startedBy(version: string, ...argv: string[]) {
  const program = `
    Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } });
    process.argv.splice(1, 0, "iamgen");
    import("${pathToFileURL(IAMGEN)}");
  `;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", program, "--", ...argv], { encoding: "utf8" });
  return { status, stdout, stderr };
}

test.each([
  ["18.20.8", "run", 125],
  ["20.18.3", "run", 125],
  ["16.20.2", "policy", 3],
])("Node %s is told to be too old, and iamgen %s starts nothing", (version, verb, status) => {
  const { stdout, ...ended } = startedBy(version, verb, "--", "echo", "started");
  expect([ended.status, stdout]).toEqual([status, ""]);
  expect(ended.stderr).toMatch(`iamgen: needs Node 20.19 or newer, and was started by Node ${version}\nhint: `);
});

test.each(["20.19.0", "22.0.0", "26.1.2"])("Node %s is new enough", (version) => {
  expect(startedBy(version, "--version")).toMatchObject({ status: 0, stderr: "" });
});

test("package.json says the same", () => {
  const { engines } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(engines.node).toBe(">=20.19");
});

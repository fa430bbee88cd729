import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { environmentScript } from "../../src/cli/environment-script.ts";

const VARIABLES = { B: "plain", A: 'it\'s $HOME `id` "q" \\ ;\nnext' };

test("sh reads back exactly what was written", () => {
  const script = `${environmentScript(VARIABLES, "sh")}printf '%s|%s' "$A" "$B"`;
  expect(execFileSync("sh", ["-c", script], { encoding: "utf8" })).toBe(`${VARIABLES.A}|plain`);
});

test("names are sorted, so that the text does not depend on chance", () => {
  expect(environmentScript({ B: "2", A: "1" }, "sh")).toBe("export A='1'\nexport B='2'\n");
});

test("fish escapes quotes and backslashes", () => {
  expect(environmentScript({ A: "it's a \\" }, "fish")).toBe("set -gx A 'it\\'s a \\\\'\n");
});

test("PowerShell doubles quotes", () => {
  expect(environmentScript({ A: "it's" }, "powershell")).toBe("${env:A} = 'it''s'\n");
});

test("docker takes a line as it stands, quotes included", () => {
  expect(environmentScript({ A: "it's $HOME", B: "2" }, "docker")).toBe("A=it's $HOME\nB=2\n");
});

test("JSON is one object", () => {
  expect(JSON.parse(environmentScript(VARIABLES, "json"))).toEqual(VARIABLES);
});

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configuredByFile } from "../../../src/cli/configuration/file.ts";
import type { Verb } from "../../../src/cli/verbs.ts";
import { tempDir } from "../../support/temp-dir.ts";

function directoryWith(name: string, content: unknown): string {
  const directory = tempDir();
  mkdirSync(join(directory, ".git"));
  writeFileSync(join(directory, name), typeof content === "string" ? content : JSON.stringify(content));
  return directory;
}

const read = (verb: Verb, directory: string) =>
  configuredByFile(verb, directory).map(({ row, value }) => [row.name, value]);

test("every command takes the keys that are options of it", () => {
  const directory = directoryWith("iamgen.config.json", { region: "eu-west-1", output: "policy.json", strict: true });
  expect(read("run", directory)).toEqual([
    ["output", "policy.json"],
    ["region", "eu-west-1"],
    ["strict", true],
  ]);
  expect(read("report", directory)).toEqual([
    ["region", "eu-west-1"],
    ["strict", true],
  ]);
});

test("a command's own section stands behind the rest, which it overrides", () => {
  const keys = { $schema: "x", denied: "exclude", format: "yaml", check: { format: "sarif", denied: "only" } };
  const directory = directoryWith("iamgen.config.json", keys);
  expect(read("check", directory)).toEqual([
    ["format", "sarif"],
    ["denied", "exclude"],
    ["denied", "only"],
  ]);
});

test("an option that is called like a command is no section", () => {
  const directory = directoryWith("iamgen.config.json", { check: true });
  expect(read("merge", directory)).toEqual([["check", true]]);
});

test("`iamgen` in package.json does as well, and the nearest directory up to the repository counts", () => {
  const directory = directoryWith("package.json", { name: "app", iamgen: { region: "eu-west-1" } });
  const below = join(directory, "packages", "web");
  mkdirSync(below, { recursive: true });
  writeFileSync(join(below, "package.json"), '{"name": "web"}');
  expect(read("report", below)).toEqual([["region", "eu-west-1"]]);
  mkdirSync(join(below, ".git"));
  expect(read("report", below)).toEqual([]);
});

test("paths are meant from the directory of the file", () => {
  const directory = directoryWith("iamgen.config.json", { into: "infra/policy.tf", output: "/tmp/p.json" });
  const below = join(directory, "src");
  mkdirSync(below);
  expect(read("merge", below)).toEqual([["into", "../infra/policy.tf"]]);
});

test.each([
  [
    "a key that is no option",
    { regoin: "x" },
    "unknown key `regoin` in `iamgen.config.json`",
    "did you mean `region`?",
  ],
  ["a camel-case key", { attachAs: "x" }, "unknown key `attachAs`", "did you mean `attach-as`?"],
  ["a key of another command", { listen: { into: "x" } }, "unknown key `listen.into`", "one of: account, "],
  ["a wrong type", { region: true }, "cannot use `true` for `region` of `iamgen.config.json`", "a text"],
  [
    "a wrong type in a section",
    { report: { json: 1 } },
    "`1` for `report.json` of `iamgen.config.json`",
    "true, false",
  ],
  ["no object", [], "`iamgen.config.json` is not an object", "for example"],
  ["no JSON", "{", "cannot read `iamgen.config.json`: ", undefined],
])("%s is told", (_, content, message, hint) => {
  const directory = directoryWith("iamgen.config.json", content);
  expect(() => configuredByFile("report", directory)).toThrow(
    expect.objectContaining({
      message: expect.stringContaining(message),
      hint: hint === undefined ? undefined : expect.stringContaining(hint),
      exitCode: 2,
    }),
  );
});

test("a package.json that is broken is for others to complain about", () => {
  expect(read("report", directoryWith("package.json", "{"))).toEqual([]);
});

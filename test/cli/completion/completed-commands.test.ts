import { expect, test } from "vitest";
import { completedCommands, flagsWithValue } from "../../../src/cli/completion/completed-commands.ts";
import { optionsOf } from "../../../src/cli/options.ts";

const of = (verb: string) => completedCommands().find((command) => command.verb === verb);

test("every option of a command is completed, and the help that all have", () => {
  const names = of("run")?.options.map(({ flags }) => flags[0]);
  expect(names).toEqual([...optionsOf("run").map(({ name }) => `--${name}`), "--help", "--help-all"]);
  expect(of("report")?.options.at(-1)?.flags).toEqual(["--help-all"]);
  expect(of("doctor")?.options.at(-1)?.flags).toEqual(["--help", "-h"]);
});

test("the next word belongs to options with a value, but not to those that may lack it", () => {
  const listen = completedCommands().filter(({ verb }) => verb === "listen");
  const flags = listen.flatMap(flagsWithValue);
  expect(flags).toContain("--port");
  expect(flags).not.toContain("--csm");
  expect(flags).not.toContain("--strict");
});

test("choices, paths and free texts are told apart", () => {
  const argumentOf = (flag: string) => of("run")?.options.find(({ flags }) => flags[0] === flag)?.argument;
  expect(argumentOf("--denied")).toEqual({
    name: "WHICH",
    choices: ["include", "exclude", "only"],
    path: false,
    mayLack: false,
  });
  expect(argumentOf("--output")).toEqual({ name: "FILE", path: true, mayLack: false });
  expect(argumentOf("--region")).toEqual({ name: "NAME", path: false, mayLack: false });
  expect(argumentOf("--strict")).toBeUndefined();
});

test("operands are a command, files, a list, or none", () => {
  const operands = ["run", "policy", "completion", "listen"].map((verb) => of(verb)?.operands);
  expect(operands).toEqual(["command", "files", ["bash", "zsh", "fish"], "none"]);
});

import { describe, expect, test } from "vitest";
import { helpText } from "../../src/cli/help.ts";
import { optionsOf, VERBS } from "../../src/cli/options.ts";

describe.each([undefined, ...VERBS.map(({ verb }) => verb)])("help of %s", (verb) => {
  const lines = helpText(verb).trimEnd().split("\n");

  test("fits a screen", () => {
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  test("starts with an example", () => {
    expect(lines[0]).toMatch(/^Example: iamgen /);
  });
});

test("the help of a command shows all of its options", () => {
  for (const { verb } of VERBS) {
    const shown = [...helpText(verb).matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm)].map(([, name]) => name);
    expect(shown).toEqual([...optionsOf(verb).map(({ name }) => name), "help"]);
  }
});

test("the overview shows all commands", () => {
  expect([...helpText().matchAll(/^ {2}(\w+) /gm)].map(([, verb]) => verb)).toEqual(VERBS.map(({ verb }) => verb));
});

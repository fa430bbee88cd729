import { expect, test } from "vitest";
import { OPTIONS, optionLabel, optionsOf } from "../../src/cli/options.ts";
import { VERBS } from "../../src/cli/verbs.ts";

test("an option is labelled as it is typed", () => {
  const labels = ["output", "strict", "intercept"].map((name) => {
    const option = OPTIONS.find((row) => row.name === name);
    return option && optionLabel(option);
  });
  expect(labels).toEqual(["-o, --output FILE", "--strict", "--intercept HOST[:PORT]"]);
});

test("no name and no letter is given twice to one command", () => {
  for (const { verb } of VERBS) {
    const names = optionsOf(verb).flatMap(({ name, short }) => (short === undefined ? [name] : [name, short]));
    expect(names).toEqual([...new Set(names)]);
  }
});

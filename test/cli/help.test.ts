import { describe, expect, test } from "vitest";
import { fullHelpText, hasSeldomOptions, helpText } from "../../src/cli/help.ts";
import { oftenUsedOptionsOf, optionsOf } from "../../src/cli/options.ts";
import { VERBS } from "../../src/cli/verbs.ts";

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

const optionsIn = (text: string) => [...text.matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm)].map(([, name]) => name);

describe.each(VERBS)("options of $verb", (row) => {
  const all = optionsOf(row.verb).map(({ name }) => name);

  test("`--help` shows those often used, and where the others are", () => {
    const more = hasSeldomOptions(row) ? ["help-all"] : [];
    const often = oftenUsedOptionsOf(row.verb).map(({ name }) => name);
    expect(optionsIn(helpText(row.verb))).toEqual([...often, "help", ...more]);
    expect(more.length).toBe(often.length < all.length ? 1 : 0);
  });

  test("`--help-all` shows every one, in lines that fit a screen", () => {
    expect(optionsIn(fullHelpText(row))).toEqual([...all, "help"]);
    expect(
      fullHelpText(row)
        .split("\n")
        .filter((line) => line.length > 80),
    ).toEqual([]);
  });
});

test("what the options do begins in one column, but for labels that stand out of it", () => {
  const columns = new Set(
    helpText("merge")
      .split("\n")
      .flatMap((line) => {
        const [, label = "", blanks = ""] = /^ {2}(-.*?\S)( {2,})\S/.exec(line) ?? [];
        return label === "" || label.length > 24 ? [] : [label.length + blanks.length];
      }),
  );
  expect(columns.size).toBe(1);
});

test("the overview shows all commands", () => {
  expect([...helpText().matchAll(/^ {2}(\w+) /gm)].map(([, verb]) => verb)).toEqual(VERBS.map(({ verb }) => verb));
});

import { expect, test } from "vitest";
import { Tally } from "../../src/record/tally.ts";

function tallyOf(limit: number) {
  const written: string[] = [];
  const full: string[] = [];
  const tally = new Tally<string>({
    line: (what, count) => `${what}*${count}`,
    write: (line) => written.push(line),
    limit,
    full: () => full.push("full"),
  });
  return { tally, written, full };
}

test("a line is written when it is new and once more at a flush after it was repeated", () => {
  const { tally, written } = tallyOf(10);
  for (const what of ["a", "b", "a", "a"]) tally.add(what);
  expect(written).toEqual(["a*1", "b*1"]);

  tally.flush();
  tally.flush();
  expect(written).toEqual(["a*1", "b*1", "a*3"]);
  expect([...tally.lines()]).toEqual(["a*3", "b*1"]);
});

test("beyond the limit new lines are dropped and told, known ones counted", () => {
  const { tally, written, full } = tallyOf(1);
  for (const what of ["a", "b", "a"]) tally.add(what);

  expect(written).toEqual(["a*1"]);
  expect(full).toEqual(["full"]);
  expect([...tally.lines()]).toEqual(["a*2"]);
});

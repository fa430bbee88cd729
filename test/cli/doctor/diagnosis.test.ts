import { expect, test } from "vitest";
import { note, ok, problem } from "../../../src/cli/doctor/diagnosis.ts";

test("a note may come without a remedy, a problem never", () => {
  expect([ok("a"), note("b"), note("c", "d"), problem("e", "f")]).toEqual([
    { level: "ok", says: "a" },
    { level: "note", says: "b" },
    { level: "note", says: "c", remedy: "d" },
    { level: "problem", says: "e", remedy: "f" },
  ]);
});

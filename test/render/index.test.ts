import { expect, test } from "vitest";
import { FORMATS, rendererFor } from "../../src/render/index.ts";

test("every format has its renderer", () => {
  expect(FORMATS).toEqual(["json", "terraform"]);
  expect(FORMATS.map((format) => rendererFor(format)?.format)).toEqual(FORMATS);
});

test("an unknown format has none", () => {
  expect(rendererFor("xml")).toBeUndefined();
});

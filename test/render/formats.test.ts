import { expect, test } from "vitest";
import { ATTACHMENTS, FORMATS, isFormat } from "../../src/render/formats.ts";

test("formats are sorted, and named once", () => {
  expect(FORMATS).toEqual([...new Set(FORMATS)].sort());
  expect(ATTACHMENTS).toEqual([...new Set(ATTACHMENTS)]);
});

test("what an object has by nature is no format", () => {
  expect(FORMATS.every(isFormat)).toBe(true);
  expect(["toString", "__proto__", "", "JSON"].filter(isFormat)).toEqual([]);
});

import { expect, test } from "vitest";
import { openZip } from "../../../src/data/generate/zip-archive.ts";
import { zip } from "../../support/zip.ts";

const FILES = { "a/one.txt": "one ".repeat(100), "two.txt": "" };

test.each([[false], [true]])("reads every file of an archive (stored: %s)", (stored) => {
  const archive = openZip(zip({ files: FILES, stored }));

  expect(archive.paths).toEqual(["a/one.txt", "two.txt"]);
  expect(archive.read("a/one.txt")?.toString()).toBe(FILES["a/one.txt"]);
  expect(archive.read("two.txt")?.toString()).toBe("");
});

test("tells the day of a file", () => {
  const archive = openZip(zip({ files: FILES, date: [2026, 3, 9] }));

  expect(archive.dayOf("two.txt")).toBe("2026-03-09");
});

test("knows nothing of a file that is not there", () => {
  const archive = openZip(zip({ files: FILES }));

  expect([archive.read("three"), archive.dayOf("three")]).toEqual([undefined, undefined]);
});

test("finds the directory before a trailing comment", () => {
  const plain = zip({ files: FILES });
  plain.writeUInt16LE(7, plain.length - 2);

  expect(openZip(Buffer.concat([plain, Buffer.from("comment")])).paths).toHaveLength(2);
});

test("refuses what is no archive, and a damaged directory", () => {
  const damaged = zip({ files: FILES });
  damaged.writeUInt32LE(0, damaged.length - 6);

  expect(() => openZip(Buffer.from("no zip"))).toThrow("not a zip archive");
  expect(() => openZip(damaged)).toThrow("the zip archive's directory is damaged");
});

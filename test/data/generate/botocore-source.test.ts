import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newestWheel, openBotocore } from "../../../src/data/generate/botocore-source.ts";
import { tempDir } from "../../support/temp-dir.ts";
import { zip } from "../../support/zip.ts";

test("reads a wheel: its version, its day and the files of its data", () => {
  const wheel = join(tempDir(), "botocore.whl");
  const files = {
    "botocore/client.py": "",
    "botocore/data/endpoints.json": "{}",
    "botocore-1.44.5.dist-info/METADATA": "",
  };
  writeFileSync(wheel, zip({ files, date: [2026, 11, 17] }));

  const source = openBotocore(wheel);

  expect([source.version, source.date, source.paths]).toEqual(["1.44.5", "2026-11-17", ["endpoints.json"]]);
  expect(source.read("endpoints.json")?.toString()).toBe("{}");
  expect(source.read("nothing.json")).toBeUndefined();
});

test("reads an unpacked wheel, whose day is not known", () => {
  const folder = tempDir();
  mkdirSync(join(folder, "botocore/data/s3/2006-03-01"), { recursive: true });
  mkdirSync(join(folder, "botocore-1.2.3.dist-info"));
  writeFileSync(join(folder, "botocore/data/s3/2006-03-01/service-2.json"), "[]");

  const source = openBotocore(folder);

  expect([source.version, source.date]).toEqual(["1.2.3", undefined]);
  expect(source.paths).toContain("s3/2006-03-01/service-2.json");
  expect(source.read("s3/2006-03-01/service-2.json")?.toString()).toBe("[]");
});

test("refuses a folder without botocore", () => {
  expect(() => openBotocore(tempDir())).toThrow("is no botocore wheel and no folder with an unpacked one");
});

test("the newest wheel goes by its version, not by the alphabet", () => {
  const folder = tempDir();
  for (const version of ["1.44.9", "1.44.10"]) writeFileSync(join(folder, `botocore-${version}-py3-none-any.whl`), "");
  writeFileSync(join(folder, "boto3-9.9.9-py3-none-any.whl"), "");

  expect(newestWheel(folder)).toBe(join(folder, "botocore-1.44.10-py3-none-any.whl"));
  expect(newestWheel(join(folder, "absent"))).toBeUndefined();
});

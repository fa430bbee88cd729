import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FORMATS, rendererFor } from "../../src/render/index.ts";
import { SETTINGS, SEVERAL_DOCUMENTS } from "../support/policy-sample.ts";

test("every format has its renderer", () => {
  expect(FORMATS).toEqual([
    "ack",
    "cdk-python",
    "cdk-typescript",
    "cloudformation",
    "cloudformation-json",
    "json",
    "markdown",
    "pulumi-typescript",
    "sam",
    "serverless",
    "terraform",
    "terraform-json",
    "vault",
    "yaml",
  ]);
  expect(FORMATS.map((format) => rendererFor(format)?.format)).toEqual(FORMATS);
});

test.each(FORMATS)("%s ends every file with one line end, and names each differently", (format) => {
  const files = rendererFor(format)?.render(SEVERAL_DOCUMENTS, SETTINGS) ?? [];
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter(({ text }) => !/[^\n]\n$/.test(text))).toEqual([]);
  expect(new Set(files.map(({ suffix }) => suffix)).size).toBe(files.length);
});

test("an unknown format has none", () => {
  expect(rendererFor("xml")).toBeUndefined();
});

test("the README says what each format writes", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const [, table] = /^\| format \| writes \|\n\|---\|---\|\n((?:\|.*\n)+)/m.exec(readme) ?? [];
  const named = (table ?? "").split("\n").flatMap((row) => row.split("|")[1]?.match(/(?<=`)[a-z-]+(?=`)/g) ?? []);
  expect(named.sort()).toEqual(FORMATS);
});

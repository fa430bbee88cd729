import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { namedFiles, policyRenderer, policyText, unusedTemplates, writePolicies } from "../../src/cli/policy-output.ts";
import { UsageError } from "../../src/errors.ts";
import { identityPolicy, policySet } from "../support/recording.ts";
import { tempDir } from "../support/temp-dir.ts";

const WORKER = { suffix: "-worker", extension: "json", text: '{"a":1}\n' };
const WEB = { suffix: "-web", extension: "json", text: '{"b":2}\n' };

test("JSON where no format is asked for, as IAM takes it", async () => {
  const set = policySet(identityPolicy());
  const files = await policyRenderer({})(set);

  expect(JSON.parse(policyText(files))).toEqual(set.policies[0]?.documents[0]);
  expect(await policyRenderer({ format: "json" })(set)).toEqual(files);
});

test("an unknown format is refused before anything is run", () => {
  expect(() => policyRenderer({ format: "xml" })).toThrow(UsageError);
  expect(() => policyRenderer({ format: "xml" })).toThrow("cannot use `xml` for `--format`");
});

test("a single document goes to the path itself", () => {
  const path = join(tempDir(), "policy.json");
  expect(writePolicies([{ ...WORKER, suffix: "" }], path)).toEqual([path]);
  expect(readFileSync(path, "utf8")).toBe(WORKER.text);
});

test("several go beside it, named by identity", () => {
  const directory = tempDir();
  const paths = ["p-worker.json", "p-web.json"].map((name) => join(directory, name));
  expect(writePolicies([WORKER, WEB], join(directory, "p.json"))).toEqual(paths);
  expect(paths.map((path) => readFileSync(path, "utf8"))).toEqual([WORKER.text, WEB.text]);
});

test("no document, no file", () => {
  expect(writePolicies([], "/nowhere/policy.json")).toEqual([]);
});

test("on stdout they stand one after the other", () => {
  expect(policyText([WORKER, WEB])).toBe('{"a":1}\n{"b":2}\n');
});

test("a variable stands where its value did, and one that stands nowhere is told", async () => {
  const set = policySet(identityPolicy());
  const text = JSON.stringify(set.policies[0]?.documents[0]?.Statement[0]?.Resource);
  const [value = ""] = /[a-z]+(?=")/.exec(text) ?? [];
  const options = { template: [`place=${value}`, "stage=nowhere"] };
  expect(policyText(await policyRenderer(options)(set))).toContain("‹place›");
  expect(unusedTemplates(options, set)).toEqual([
    "no resource and no condition holds `nowhere` of `--template stage=nowhere` as a whole word",
  ]);
});

test("a few files are named, of many the first and the last", () => {
  const files = (count: number) => Array.from({ length: count }, (_, index) => `p-${index + 1}.json`);
  expect(namedFiles(files(1))).toBe("p-1.json");
  expect(namedFiles(files(5))).toBe("p-1.json, p-2.json, p-3.json, p-4.json, p-5.json");
  expect(namedFiles(files(789))).toBe("p-1.json, p-2.json … p-789.json (789 files)");
});

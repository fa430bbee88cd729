import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openReplaceable } from "../../src/cli/replace-file.ts";
import { tempDir } from "../support/temp-dir.ts";

function fileOf(content: string | Buffer): string {
  const path = join(tempDir(), "policy.json");
  writeFileSync(path, content);
  return path;
}
const open = (path: string) => openReplaceable(path, { mayBeMissing: false });

test("keeps the mode, and leaves nothing beside the file", () => {
  const path = fileOf("a");
  chmodSync(path, 0o640);
  open(path).replace("b");
  expect([readFileSync(path, "utf8"), statSync(path).mode & 0o777]).toEqual(["b", 0o640]);
  expect(readdirSync(join(path, ".."))).toEqual(["policy.json"]);
});

test("writes through a symbolic link", () => {
  const path = fileOf("a");
  const link = join(path, "../link.json");
  symlinkSync("policy.json", link);
  open(link).replace("b");
  expect([readFileSync(path, "utf8"), lstatSync(link).isSymbolicLink()]).toEqual(["b", true]);
});

test("a byte order mark is part of the text", () => {
  const path = fileOf("\uFEFFa");
  const { text, replace } = open(path);
  replace(`${text}b`);
  expect(readFileSync(path, "utf8")).toBe("\uFEFFab");
});

test("refuses a file that changed since it was read", () => {
  const path = fileOf("a");
  const opened = open(path);
  writeFileSync(path, "theirs");
  expect(() => opened.replace("ours")).toThrow("has changed since it was read");
  expect([readFileSync(path, "utf8"), readdirSync(join(path, ".."))]).toEqual(["theirs", ["policy.json"]]);
});

test("refuses while another one writes", () => {
  const path = fileOf("a");
  writeFileSync(join(path, "../.policy.json.iamgen"), "");
  expect(() => open(path).replace("b")).toThrow("another iamgen is writing it");
  expect(readFileSync(path, "utf8")).toBe("a");
});

test("refuses a read-only file, whoever asks", () => {
  const path = fileOf("a");
  chmodSync(path, 0o444);
  expect(() => open(path).replace("b")).toThrow("it is read-only");
});

test("refuses what is not UTF-8, and what does not exist", () => {
  expect(() => open(fileOf(Buffer.from([0xff, 0xfe, 0x41])))).toThrow("it is not UTF-8 text");
  expect(() => open(join(tempDir(), "none.json"))).toThrow(
    expect.objectContaining({ message: expect.stringContaining("no such file"), hint: "add `--create` to make it" }),
  );
});

test("a file that may be missing is made", () => {
  const path = join(tempDir(), "new.json");
  const opened = openReplaceable(path, { mayBeMissing: true });
  expect([opened.text, opened.exists]).toEqual(["", false]);
  opened.replace("a");
  expect(readFileSync(path, "utf8")).toBe("a");
});

import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createRecordingFile } from "../../src/cli/recording-file.ts";
import { SetupError } from "../../src/errors.ts";
import { tempDir } from "../support/temp-dir.ts";

test("a line is on disk when write returns, and only its owner may read it", () => {
  const path = join(tempDir(), "deep/er/r.ndjson");
  const file = createRecordingFile(path);
  file.write('{"n":1}\n');
  expect(readFileSync(path, "utf8")).toBe('{"n":1}\n');
  file.write('{"n":"ü"}\n');
  file.close();
  file.close();

  expect(readFileSync(path, "utf8")).toBe('{"n":1}\n{"n":"ü"}\n');
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("a discarded recording leaves no file", () => {
  const path = join(tempDir(), "r.ndjson");
  createRecordingFile(path).discard();
  expect(existsSync(path)).toBe(false);
});

describe("refusals", () => {
  const refusal = (path: string): unknown => {
    try {
      return createRecordingFile(path);
    } catch (error) {
      return error;
    }
  };

  test("an existing file is never written to", () => {
    const path = join(tempDir(), "r.ndjson");
    writeFileSync(path, "precious");
    expect(refusal(path)).toBeInstanceOf(SetupError);
    expect(refusal(path)).toMatchObject({
      code: "recording-exists",
      message: `cannot record to \`${path}\`: file already exists`,
      hint: "remove it or name another file",
    });
    expect(readFileSync(path, "utf8")).toBe("precious");
  });

  test("a place where nothing can be created is told with the system's reason", () => {
    const file = join(tempDir(), "file");
    writeFileSync(file, "");
    expect(refusal(join(file, "r.ndjson"))).toMatchObject({ code: "recording-unwritable", exitCode: 3 });
  });
});

describe.skipIf(!existsSync("/dev/full"))("devices", () => {
  test("a full disk refuses the line, not the file", () => {
    const file = createRecordingFile("/dev/full");
    expect(() => file.write("{}\n")).toThrow(/ENOSPC/);
    file.discard();
    expect(existsSync("/dev/full")).toBe(true);
  });

  test("nothing need be kept, and nothing is pointed to afterwards", () => {
    const file = createRecordingFile("/dev/null");
    expect(file.path).toBeUndefined();
    file.write("{}\n");
    file.close();
  });
});

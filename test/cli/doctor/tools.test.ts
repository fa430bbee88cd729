import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { examineTools } from "../../../src/cli/doctor/tools.ts";
import { examined, toldOf } from "../../support/examined.ts";
import { tempDir } from "../../support/temp-dir.ts";

test("programs on PATH, with what reaches them; what is not executable is none", () => {
  const [first, second] = [tempDir(), tempDir()];
  for (const name of ["terraform", "docker"]) writeFileSync(join(first, name), "", { mode: 0o755 });
  writeFileSync(join(second, "java"), "", { mode: 0o644 });
  mkdirSync(join(second, "go"));

  expect(toldOf(examineTools(examined({ PATH: `${first}:${second}:` })))).toEqual([
    "ok: terraform: reached by its proxy and certificate variables",
    "note: docker: what runs in containers is not seen -> run iamgen inside the container, around its command",
  ]);
});

test("no PATH, nothing found", () => {
  expect(examineTools(examined())).toEqual([]);
});

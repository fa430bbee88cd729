/** A tight policy binds a program to what its requests held: the same program runs under it, another request is refused. */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Moto, motoMissing, startMoto } from "../support/moto.ts";
import { runIamgen } from "../support/run-iamgen.ts";
import { because } from "../support/skip-reason.ts";
import { tempDir } from "../support/temp-dir.ts";

const APP = resolve(import.meta.dirname, "clients/python/tight.py");

describe.skipIf(motoMissing !== undefined)(`boto3 under a tight policy${because(motoMissing)}`, () => {
  let moto: Moto;
  beforeAll(async () => {
    moto = await startMoto();
  });
  afterAll(() => moto.stop());

  const run = (prefix: string, ...options: string[]) =>
    runIamgen({
      options: ["--forward-to", `http://127.0.0.1:${moto.port}`, ...options],
      command: ["python3", APP, prefix],
    });

  test("runs again as before, and is refused what it did not ask for", async () => {
    const first = await run("2026/", "--conditions", "tight");
    expect({ exitCode: first.exitCode, stdout: first.stdout }).toEqual({ exitCode: 0, stdout: "done\n" });
    const text = JSON.stringify(first.policy);
    const keys = ["s3:prefix", "aws:RequestTag/team", "aws:TagKeys", "kms:EncryptionContext:tenant", "sts:ExternalId"];
    expect(keys.filter((key) => !text.includes(`"${key}"`))).toEqual([]);

    const policy = join(tempDir(), "policy.json");
    writeFileSync(policy, text);
    const again = await run("2026/", "--enforce", policy);
    expect({ exitCode: again.exitCode, stdout: again.stdout }).toEqual({ exitCode: 0, stdout: "done\n" });
    const other = await run("2025/", "--enforce", policy);
    expect(other.exitCode).toBe(1);
    expect(other.stderr).toContain("AccessDenied");
  });
});

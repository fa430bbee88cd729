import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ADDRESSING, ANSWERS, addressingOf, answersOf } from "../../src/services/decode-records.ts";

const FOLDER = join(import.meta.dirname, "../../src/services");

test("every record file of the folder is in a list", async () => {
  const files = readdirSync(FOLDER).filter(
    (name) => /-(?:addressing|answers)\.ts$/.test(name) && !/^define-/.test(name),
  );
  const modules = await Promise.all(files.map((name) => import(join(FOLDER, name))));
  const records = modules.flatMap((module: object) => Object.values(module)).flat();
  expect(new Set(records)).toEqual(new Set([...ADDRESSING, ...ANSWERS]));
});

test("records are found by service id and operation", () => {
  expect(addressingOf("S3")?.sdkId).toBe("S3");
  expect(addressingOf("DynamoDB")).toBeUndefined();
  expect(answersOf("STS", "GetCallerIdentity")?.sdkId).toBe("STS");
  expect(answersOf("STS", "GetAccessKeyInfo")).toBeUndefined();
});

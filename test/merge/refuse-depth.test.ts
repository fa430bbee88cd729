import { describe, expect, test } from "vitest";
import type { PolicyFileReader } from "../../src/merge/policy-file.ts";
import { refusingDepth } from "../../src/merge/refuse-depth.ts";
import { readerFor } from "../support/policy-reader.ts";

const nested = (depth: number) => `${"[".repeat(depth)}"*"${"]".repeat(depth)}`;
const statement = (resource: string) => `{"Effect": "Allow", "Action": "s3:*", "Resource": ${resource}}`;

describe("a file that is nested without end is refused", () => {
  test.each([
    ["p.json", `{"Version": "2012-10-17", "Statement": [${statement(nested(50_000))}]}`],
    ["t.yaml", `${"- ".repeat(1200)}a\n`],
    ["m.ts", `export function iamgenApp(): iam.PolicyStatement[] { return ${nested(50_000)}; }`],
    ["m.tf", `locals {\n  a = ${"(".repeat(50_000)}1${")".repeat(50_000)}\n}\n`],
  ])("%s", async (fileName, text) => {
    await expect(readerFor(fileName)(text, fileName)).rejects.toMatchObject({ code: "syntax-error" });
  });
});

test("what else goes wrong in a reader stays what it is", async () => {
  const broken: PolicyFileReader = async () => {
    throw new RangeError("precision out of range");
  };
  await expect(refusingDepth(broken)("", "p.json")).rejects.toThrow("precision out of range");
});

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const bench = (name: string) => new URL(`../bench/${name}.mjs`, import.meta.url).href;

async function printed(program: string): Promise<string> {
  return (await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program])).stdout;
}

test("the benchmark of merge and check runs against the product as it is", async () => {
  const text = await printed(`import { mergeReport } from "${bench("merge")}"; await mergeReport(40);`);
  expect(text).toMatch(/\| merge into \d+ lines of Terraform \| \d+ ms \|/);
  expect(text).toMatch(/\| check 1000 calls against 100 statements \| \d+ ms \|/);
});

test("what the other benchmarks import is there", async () => {
  const modules = ["authorization", "csm", "synthesis", "tables"].map(bench);
  expect(await printed(`await Promise.all(${JSON.stringify(modules)}.map((url) => import(url)));`)).toBe("");
});

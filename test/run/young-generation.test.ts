import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const BUILT = pathToFileURL(join(import.meta.dirname, "../../dist/run/young-generation.js")).href;

/** In a process of its own: in a worker, V8 begins with a young generation of full size. */
const FILLS_ITS_HEAP = `
  import { getHeapSpaceStatistics } from "node:v8";
  import { keepYoungGenerationSmall } from ${JSON.stringify(BUILT)};
  function megabytesAfterSurvivors() {
    const kept = [];
    for (let index = 0; index < 400_000; index += 1) kept.push({ index, text: "a" + index });
    return getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space").space_size / 2 ** 20;
  }
  const mayGrow = keepYoungGenerationSmall();
  const small = megabytesAfterSurvivors();
  mayGrow();
  console.log(JSON.stringify({ small, grown: megabytesAfterSurvivors() }));
`;

test("the young generation stays as small as it begins, until it may grow again", async () => {
  const args = ["--input-type=module", "--eval", FILLS_ITS_HEAP];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const { small, grown }: { small: number; grown: number } = JSON.parse(stdout);
  expect(small).toBeLessThanOrEqual(2);
  expect(grown).toBeGreaterThan(4 * small);
});

import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const BUILT = pathToFileURL(join(import.meta.dirname, "../../dist/run/young-generation.js")).href;

/** What a program prints that has `youngMegabytes`: its young generation, after it was filled with what survives. */
async function printed(program: string): Promise<readonly number[]> {
  // In a process of its own: in a worker, V8 begins with a young generation of full size.
  const text = `
    import { once } from "node:events";
    import { connect, createServer } from "node:net";
    import { setTimeout } from "node:timers/promises";
    import { getHeapSpaceStatistics } from "node:v8";
    import { keepYoungGenerationSmall } from ${JSON.stringify(BUILT)};
    function youngMegabytes() {
      const kept = [];
      for (let index = 0; index < 400_000; index += 1) kept.push({ index, text: "a" + index });
      return getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space").space_size / 2 ** 20;
    }
    ${program}
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", text]);
  return JSON.parse(stdout);
}

test("the young generation stays as small as it begins, until it may grow again", async () => {
  const [small = 0, grown] = await printed(`
    const mayGrow = keepYoungGenerationSmall();
    const small = youngMegabytes();
    mayGrow();
    console.log(JSON.stringify([small, youngMegabytes()]));
  `);
  expect(small).toBeLessThanOrEqual(2);
  expect(grown).toBeGreaterThan(4 * small);
});

test("it grows where many connections are open at once", { timeout: 30_000 }, async () => {
  const [before = 0, after] = await printed(`
    keepYoungGenerationSmall();
    const before = youngMegabytes();
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const sockets = Array.from({ length: 64 }, () => connect(server.address().port, "127.0.0.1"));
    await Promise.all(sockets.map((socket) => once(socket, "connect")));
    let after = before;
    while (after === before) {
      await setTimeout(50);
      after = youngMegabytes();
    }
    console.log(JSON.stringify([before, after]));
    process.exit();
  `);
  expect(before).toBeLessThanOrEqual(2);
  expect(after).toBeGreaterThan(before);
});

/** A short campaign against every parser with fixed numbers; the long one is `npm run fuzz`. */
import { describe, expect, test } from "vitest";

interface Target {
  readonly name: string;
  readonly seeds: readonly Buffer[];
  readonly words: readonly string[];
  readonly run: (bytes: Buffer) => unknown;
}

interface Campaign {
  campaign(target: Target, limits: { readonly inputs: number; readonly seed: number }): Promise<{ failure?: string }>;
}

/** The scripts are JavaScript, because the long campaign runs them without a compiler. */
const script = (name: string) => import(new URL(name, import.meta.url).href);
const { campaign }: Campaign = await script("./campaign.mjs");
const { openTargets }: { openTargets(dist: URL): Promise<Target[]> } = await script("./targets.mjs");
const targets = await openTargets(new URL("../../dist/", import.meta.url));

describe.each(targets)("$name", (target) => {
  test("survives its seeds damaged 300 times", async () => {
    expect(await campaign(target, { inputs: 300, seed: 20_260_115 })).not.toHaveProperty("failure");
  });
});

test("a target that throws is found, with the number that makes its input", async () => {
  const broken = {
    name: "broken",
    seeds: [Buffer.from("ab")],
    words: ["x"],
    run(bytes: Buffer) {
      if (bytes.includes("x")) throw new Error("an x");
    },
  };
  const { failure } = await campaign(broken, { inputs: 1000, seed: 1 });
  const number = Number(/input (\d+)/.exec(failure ?? "")?.[1]);
  expect(failure).toContain("an x");
  expect(await campaign(broken, { inputs: 1, seed: number })).toMatchObject({
    failure: expect.stringContaining(`broken, input ${number}: Error: an x`),
  });
});

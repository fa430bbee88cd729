import { expect, test } from "vitest";
import { countIdentities } from "../../src/pipeline/identities.ts";
import { recordedCall, recording } from "../support/recording.ts";

const madeBy = (...ids: string[]) => ids.map((identity, index) => recordedCall({ n: index + 1, identity }));
const role = (id: string) => {
  return {
    kind: "identity",
    id,
    account: "111122223333",
    arn: "arn:aws:iam::111122223333:role/worker",
    from: "x",
  } as const;
};

test("keys of one role are one identity, whatever their calls need", async () => {
  expect(await countIdentities(recording({ calls: madeBy("k1", "k2", "k3"), learned: [role("k1"), role("k2")] }))).toBe(
    2,
  );
});

test("unsigned calls are nobody's where others are signed, as those that fetch keys are", async () => {
  expect(await countIdentities(recording({ calls: madeBy("anonymous", "k1") }))).toBe(1);
  expect(await countIdentities(recording({ calls: madeBy("anonymous") }))).toBe(1);
  expect(await countIdentities(recording())).toBe(0);
});

import { expect, test } from "vitest";
import { synthesize } from "../../src/library/synthesize.ts";
import { recordedCall, recording } from "../support/recording.ts";

const SEEN = recording({ calls: [recordedCall({ account: "111122223333" })] });

test("a recording becomes policies with their proof, and calls with their reasons", async () => {
  const { policySet: found, explained } = await synthesize(SEEN, { attachAs: "role-inline" });

  expect(found.policies[0]?.proof).toMatchObject({ sufficient: true, minimal: true });
  expect(explained[0]?.permissions[0]).toMatchObject({ action: "s3:PutObject", because: expect.any(String) });
});

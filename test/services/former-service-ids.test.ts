import { expect, test } from "vitest";
import { FORMER_SERVICE_IDS } from "../../src/services/former-service-ids.ts";
import { REAL_CONTEXT } from "../support/real-decoder.ts";

test("a former service id stands for one that has a model, and has none itself", () => {
  for (const { former, sdkId, see } of FORMER_SERVICE_IDS) {
    expect(REAL_CONTEXT.apis.withSdkId(sdkId), sdkId).toBeDefined();
    expect(REAL_CONTEXT.apis.withSdkId(former), former).toBeUndefined();
    expect(see).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  }
});

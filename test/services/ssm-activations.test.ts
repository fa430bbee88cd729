import { expect, test } from "vitest";
import rules from "../../src/services/ssm.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a setting of another kind passes no role, though its value may look like one", () => {
  const SettingId = "/ssm/automation/customer-script-log-destination";
  expect(permits("UpdateServiceSetting", { SettingId, SettingValue: "MyRole" }).join()).not.toContain("iam:PassRole");
});

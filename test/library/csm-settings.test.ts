import { expect, test } from "vitest";
import { csmSettings } from "../../src/library/csm-settings.ts";

test.each([
  ["nobody", {}, { port: 0 }],
  ["his agent", { AWS_CSM_ENABLED: "true" }, { port: 0, relayTo: { host: "127.0.0.1", port: 31_000 } }],
])("events go on to whom the user's programs told them so far: %s", (_title, user, settings) => {
  expect(csmSettings(user, 0)).toEqual(settings);
});

test("an agent on our own port is us", () => {
  expect(csmSettings({ AWS_CSM_ENABLED: "true", AWS_CSM_HOST: "localhost" }, 31_000)).toEqual({ port: 31_000 });
});

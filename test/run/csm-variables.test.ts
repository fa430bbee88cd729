import { expect, test } from "vitest";
import { csmVariables, userCsmAgent } from "../../src/run/csm-variables.ts";

test("a program is told to tell its calls to us", () => {
  expect(csmVariables(4711)).toEqual({ AWS_CSM_ENABLED: "true", AWS_CSM_HOST: "127.0.0.1", AWS_CSM_PORT: "4711" });
});

test.each([
  ["enabled alone", { AWS_CSM_ENABLED: "TRUE" }, { host: "127.0.0.1", port: 31_000 }],
  [
    "with host and port",
    { AWS_CSM_ENABLED: "true", AWS_CSM_HOST: "10.0.0.1", AWS_CSM_PORT: "9" },
    { host: "10.0.0.1", port: 9 },
  ],
  ["not enabled", { AWS_CSM_HOST: "10.0.0.1" }, undefined],
  ["switched off", { AWS_CSM_ENABLED: "false" }, undefined],
  ["with no port", { AWS_CSM_ENABLED: "true", AWS_CSM_PORT: "http" }, undefined],
])("the user's own agent, %s", (_title, user, agent) => {
  expect(userCsmAgent(user)).toEqual(agent);
});

import { expect, test } from "vitest";
import { listenToCsm } from "../../src/library/listen-to-csm.ts";
import { attemptFields, callFields, datagram, sendDatagrams } from "../support/csm.ts";

test("a program is told three variables and nothing else", async () => {
  const running = await listenToCsm({
    environment: { PATH: "/bin", AWS_CSM_PORT: "9" },
    command: "/usr/bin/x",
    csm: 0,
  });
  const variables = { AWS_CSM_ENABLED: "true", AWS_CSM_HOST: "127.0.0.1", AWS_CSM_PORT: String(running.port) };
  expect(running.changedVariables).toEqual(variables);
  expect(running.environment).toEqual({ PATH: "/bin", ...variables });

  await sendDatagrams(running.port, [datagram(attemptFields()), datagram(callFields())]);
  const recording = await running.stop(2);

  expect(recording).toMatchObject({
    header: { program: "x" },
    calls: [{ operation: "GetObject" }],
    end: { exitCode: 2 },
  });
});

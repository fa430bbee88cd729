import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { beginObserving } from "../../src/cli/observing.ts";
import { Output } from "../../src/cli/output.ts";
import { readRecording } from "../../src/record/read-recording.ts";
import { KeepingSink } from "../support/sink.ts";
import { tempDir } from "../support/temp-dir.ts";

function begin(command: string) {
  const directory = tempDir();
  const output = new Output({ stdout: new KeepingSink(), stderr: new KeepingSink(), environment: {} });
  const environment = { PATH: "/usr/bin", HOME: directory, XDG_STATE_HOME: directory, XDG_CACHE_HOME: directory };
  const recording = join(directory, "r.ndjson");
  const settings = {
    port: 0,
    ownUserOnly: true,
    intercept: ["storage.example.com"],
    maxBody: 1024,
    timeline: false,
    callers: false,
  };
  return beginObserving({ ...settings, command, recording }, { output, environment, workingDirectory: directory });
}

test("hands out the variables, and finishes the recording with what the hook noticed", async () => {
  const observed = await begin("/opt/tool");
  expect(observed.environment["HOME"]).toBeDefined();
  expect(observed.changedVariables).not.toHaveProperty("HOME");
  expect(observed.changedVariables).toMatchObject({
    HTTPS_PROXY: `http://127.0.0.1:${observed.port}`,
    IAMGEN_TLS_AUTHORITIES: "storage.example.com:443",
  });
  expect(observed.caPem).toMatch(/^-----BEGIN CERTIFICATE-----/);
  writeFileSync(observed.environment["IAMGEN_NOTICES_FILE"] ?? "", '{"code":"mocking-module","detail":"nock"}\n');

  const recording = await observed.finish(3);
  expect(recording).toMatchObject({ notices: [{ code: "mocking-module", detail: "nock" }], end: { exitCode: 3 } });
  const path = observed.recordingPath ?? "";
  expect(readRecording(readFileSync(path, "utf8"), "r")).toEqual(recording);
  expect(existsSync(observed.environment["IAMGEN_LIVE_FILE"] ?? "")).toBe(false);
});

test("discarded, it leaves no recording", async () => {
  const observed = await begin("tool");
  await observed.discard();
  expect(existsSync(observed.recordingPath ?? "")).toBe(false);
});

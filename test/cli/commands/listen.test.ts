import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { readRecording } from "../../../src/record/read-recording.ts";
import { project } from "../../support/project.ts";

test("prints variables for other shells, listens, and ends with a finished recording on SIGTERM", async () => {
  const place = project();
  const started = place.start("listen", "--recording", "r.ndjson", "--ca-file", "ca.pem");
  await started.seen("stderr", "listening on 127.0.0.1:");
  started.child.kill("SIGTERM");
  const { exitCode, stdout, stderr } = await started.finished;

  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^export HTTPS_PROXY='http:\/\/127\.0\.0\.1:\d+'$/m);
  expect(stdout.split("\n").filter((line) => !/^export \w+='.*'$/.test(line))).toEqual([""]);
  expect(stderr).toContain("iamgen: recording in r.ndjson\niamgen: next: iamgen report r.ndjson\n");
  const text = readFileSync(join(place.directory, "r.ndjson"), "utf8");
  expect(readRecording(text, "r")).toMatchObject({ header: { program: "listen" }, end: { exitCode: 0 } });
  const certificate = readFileSync(join(place.directory, "ca.pem"), "utf8");
  expect(certificate).toMatch(/^-----BEGIN CERTIFICATE-----/);
  expect(certificate).not.toContain("PRIVATE KEY");
});

test("writes the variables to a file and keeps stdout empty", async () => {
  const place = project();
  const { exitCode, stdout } = await place.iamgen("listen", "--write-env", "iamgen.env", "--for", "10ms");
  expect([exitCode, stdout]).toEqual([0, ""]);
  expect(readFileSync(join(place.directory, "iamgen.env"), "utf8")).toContain("export NODE_OPTIONS='--require ");
});

test("prints for the shell that is asked for", async () => {
  const { stdout } = await project().iamgen("listen", "--print-env", "json", "--for", "10ms");
  const variables: unknown = JSON.parse(stdout);
  expect(variables).toHaveProperty("HTTPS_PROXY");
  expect(variables).not.toHaveProperty("HOME");
});

test("Ctrl-C ends it, too", async () => {
  const started = project().start("listen", "--quiet");
  await started.seen("stdout", "HTTPS_PROXY");
  started.child.kill("SIGINT");
  expect((await started.finished).exitCode).toBe(0);
});

describe("what it cannot use", () => {
  test.each([
    [
      "--no-proxy alone",
      ["--no-proxy"],
      "cannot use `--no-proxy` alone: then nothing would be listened to",
      "add `--csm`",
    ],
    [
      "a proxy's option without a proxy",
      ["--csm", "0", "--no-proxy", "--port", "1"],
      "cannot use `--port` with `--no-proxy`",
      "leave out one of them",
    ],
  ])("%s", async (_title, argv, message, hint) => {
    const { exitCode, stderr } = await project().iamgen("listen", ...argv);
    expect([exitCode, stderr]).toEqual([2, `iamgen: ${message}\nhint: ${hint}\n`]);
  });

  test("a port that another process has", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    const port = String(typeof address === "object" ? address?.port : address);

    const place = project();
    const finished = await place.iamgen("listen", "--port", port, "--recording", "r.ndjson");
    expect(finished).toMatchObject({ exitCode: 3, stdout: "" });
    expect(finished.stderr).toMatch(new RegExp(`^iamgen: cannot listen on \`127\\.0\\.0\\.1:${port}\`: .*\\nhint: `));
    expect(existsSync(join(place.directory, "r.ndjson"))).toBe(false);
  });

  test("a file that cannot be written", async () => {
    const finished = await project().iamgen("listen", "--write-env", "/nowhere/env");
    expect(finished).toMatchObject({
      exitCode: 3,
      stdout: "",
      stderr: "iamgen: cannot write variables to `/nowhere/env`: no such file or directory\n",
    });
  });
});

/** Users without a home, homes and directories that cannot be written: a command runs all the same, and its policy is told. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { canBeNobody, NOBODY, UNKNOWN_USER } from "../support/another-user.ts";
import { EXAMPLE_CREDENTIALS, IAMGEN } from "../support/run-iamgen.ts";
import { listening } from "../support/upstreams.ts";

const SIGNED_GET = resolve(import.meta.dirname, "../fixtures/clients/signed-get.mjs");
const NOWHERE = "/nonexistent";
const PATH = process.env["PATH"] ?? "";

interface Poor {
  readonly uid?: number;
  readonly variables: Readonly<Record<string, string>>;
}

/** What a wrapped program and iamgen say, for this user and with these variables alone. */
async function ending({ uid, variables }: Poor): Promise<{ exitCode: unknown; stdout: string; stderr: string }> {
  const standIn = await listening(
    createServer((request, response) => request.resume().on("end", () => response.end("hi"))),
  );
  const options = ["--forward-to", `http://127.0.0.1:${standIn.port}`];
  const command = [process.execPath, SIGNED_GET, "https://photos.s3.us-east-1.amazonaws.com/cat.jpg"];
  const child = spawn(process.execPath, [IAMGEN, "run", ...options, "--", ...command], {
    env: { PATH, ...EXAMPLE_CREDENTIALS, ...variables },
    cwd: "/",
    ...(uid !== undefined && { uid, gid: uid }),
  });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (text) => {
    said.stdout += text;
  });
  child.stderr.on("data", (text) => {
    said.stderr += text;
  });
  const [exitCode] = await once(child, "close");
  return { exitCode, ...said };
}

const POOR: Record<string, Poor> = {
  "a user that the system does not know, without HOME": { uid: UNKNOWN_USER, variables: {} },
  "a home that is not there": { uid: NOBODY, variables: { HOME: NOWHERE } },
  "the home of somebody else, left by sudo": { uid: NOBODY, variables: { HOME: "/root" } },
  "a TMPDIR that is not there either": { uid: NOBODY, variables: { HOME: NOWHERE, TMPDIR: NOWHERE } },
};

test.skipIf(!canBeNobody).each(Object.entries(POOR))("%s", { timeout: 20_000 }, async (_, poor) => {
  const { exitCode, stdout, stderr } = await ending(poor);
  expect([exitCode, stdout]).toEqual([0, '{"status":200,"text":"hi"}\n']);
  expect(stderr).toContain("going on without a recording: only the policy will be left of this run");
  expect(stderr).toContain('"Action": "s3:GetObject"');
});

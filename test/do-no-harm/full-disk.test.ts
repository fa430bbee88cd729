/** A disk that refuses the recording, from the start or in the middle: the program's result and the policy do not suffer. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readRecording } from "../../src/record/read-recording.ts";
import { project } from "../support/project.ts";
import { listening } from "../support/upstreams.ts";

const CLIENT = join(import.meta.dirname, "../fixtures/clients/numbered-puts.mjs");
const IAMGEN = join(import.meta.dirname, "../../bin/iamgen.js");

const standIn = () =>
  listening(createServer((request, response) => void request.resume().on("end", () => response.end("ok"))));

test.skipIf(!existsSync("/dev/full"))("a disk that is full from the start costs the recording alone", async () => {
  const { port } = await standIn();
  const command = [process.execPath, CLIENT, `http://127.0.0.1:${port}`, "2"];
  const results = await Promise.all(
    ["/dev/full", "r.ndjson"].map(async (recording) => {
      const place = project();
      const finished = await place.iamgen("run", "-o", "policy.json", "--recording", recording, "--", ...command);
      return { ...finished, policy: readFileSync(join(place.directory, "policy.json"), "utf8") };
    }),
  );
  const [full, sound] = results;
  expect(full).toMatchObject({ exitCode: 0, stdout: "k-0\nk-1\n", policy: sound?.policy });
  expect(sound?.policy).toContain('"arn:aws:s3:::bucket/k-1"');
  expect(full?.stderr).toContain("recording not complete on disk");
  expect(sound?.stderr).not.toContain("recording not complete on disk");
});

test("a disk that fills up keeps what was recorded by then, and the policy knows the rest", {
  timeout: 30_000,
}, async () => {
  const { port } = await standIn();
  const place = project();
  const calls = 1600;
  const command = `"${process.execPath}" "${CLIENT}" http://127.0.0.1:${port} ${calls}`;
  const iamgen = `"${process.execPath}" "${IAMGEN}" run --timeline --recording r.ndjson -o policy.json`;
  // The largest file that a process may write stands in for the disk: 300 kB, or 600 in some shells.
  const limited = place.spawn("sh", "-c", `ulimit -f 600; exec ${iamgen} -- ${command}`);
  const { exitCode, stderr, stdout } = await limited.finished;

  expect(exitCode).toBe(0);
  expect(stdout.split("\n")).toHaveLength(calls + 1);
  expect(stdout).not.toContain("!");
  expect(stderr).toContain("recording not complete on disk");
  const policies = readdirSync(place.directory).filter((name) => /^policy.*\.json$/.test(name));
  const allowed = policies.map((name) => readFileSync(join(place.directory, name), "utf8")).join("");
  for (const key of stdout.trim().split("\n")) expect(allowed).toContain(`/${key}"`);
  const recording = readRecording(readFileSync(join(place.directory, "r.ndjson"), "utf8"), "r");
  expect(recording.calls.length).toBeGreaterThan(calls / 10);
  expect(recording.calls.length).toBeLessThan(calls);
});

test("an artefact that a full disk cuts short is told, and fails", async () => {
  const place = project();
  // The largest file that a process may write, in blocks of 512 or 1024 bytes, stands in for the disk.
  const limited = (blocks: number) =>
    place.spawn(
      "sh",
      "-c",
      `trap '' XFSZ; ulimit -f ${blocks}; "$0" "$1" completion bash > out`,
      process.execPath,
      IAMGEN,
    ).finished;
  expect(await limited(2)).toMatchObject({ exitCode: 3, stderr: "iamgen: cannot write to stdout: file too large\n" });
  expect(await limited(1000)).toMatchObject({ exitCode: 0, stderr: "" });
  expect(readFileSync(join(place.directory, "out"), "utf8")).toMatch(/\n$/);
});

test.skipIf(!existsSync("/dev/full"))("so is one that goes to a device", async () => {
  const sh = project().spawn("sh", "-c", '"$0" "$1" completion bash > /dev/full', process.execPath, IAMGEN);
  const stderr = "iamgen: cannot write to stdout: no space left on device\n";
  expect(await sh.finished).toMatchObject({ exitCode: 3, stderr });
});

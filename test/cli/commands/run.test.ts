import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readRecording } from "../../../src/record/read-recording.ts";
import { type Project, project } from "../../support/project.ts";

const recordingsOf = (place: Project): string[] => {
  const directory = join(place.stateDirectory, "iamgen/recordings");
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ndjson"))
    .map((path) => join(directory, path));
};
const shell = (script: string): string[] => ["--", "sh", "-c", script];

describe("the command's result is the result", () => {
  test("its output and exit code pass, and nothing of ours is on stdout", async () => {
    const finished = await project().iamgen("run", ...shell("echo out; echo err >&2; exit 3"));
    expect(finished).toMatchObject({ exitCode: 3, stdout: "out\n" });
    expect(finished.stderr).toMatch(/^err\n/);
  });

  test("a signal that ended it shows as 128 + n", async () => {
    expect((await project().iamgen("run", ...shell("kill -TERM $$"))).exitCode).toBe(143);
  });

  test("its options are its own", async () => {
    const { stdout } = await project().iamgen("run", "--", "echo", "--help", "--", "-o");
    expect(stdout).toBe("--help -- -o\n");
  });

  test("--strict changes success only", async () => {
    const place = project();
    const [success, failure] = await Promise.all([
      place.iamgen("run", "--strict", "--", "true"),
      place.iamgen("run", "--strict", ...shell("exit 3")),
    ]);
    expect([success.exitCode, failure.exitCode]).toEqual([1, 3]);
    expect(success.stderr).toContain("iamgen: strict: no call seen\n");
  });
});

describe("a command that cannot be started", () => {
  test("is not found: 127, and leaves no recording", async () => {
    const place = project();
    const finished = await place.iamgen("run", "--", "no-such-command-here");
    expect(finished).toMatchObject({ exitCode: 127, stdout: "" });
    expect(finished.stderr).toMatch(/^iamgen: command `no-such-command-here` not found\nhint: /);
    expect(recordingsOf(place)).toEqual([]);
  });

  test("is not executable: 126", async () => {
    const place = project();
    const script = join(place.directory, "script");
    writeFileSync(script, "#!/bin/sh\n");
    expect(await place.iamgen("run", "--", script)).toMatchObject({ exitCode: 126, stdout: "" });
  });
});

describe("the recording", () => {
  test("is finished, private to its owner's state directory, and names the program only", async () => {
    const place = project();
    await place.iamgen("run", "--", "sh", "-c", "exit 3", "secret-argument");
    const [path = ""] = recordingsOf(place);
    const text = readFileSync(path, "utf8");

    expect(readRecording(text, path)).toMatchObject({ header: { program: "sh" }, end: { exitCode: 3 } });
    expect(text).not.toContain("secret-argument");
    expect(readdirSync(place.directory).sort()).toEqual(["cache", "state"]);
  });

  test("of two runs at once and of a run inside a run are files of their own", async () => {
    const place = project();
    const inner = `${process.execPath} ${join(import.meta.dirname, "../../../bin/iamgen.js")} run -- true`;
    await Promise.all([place.iamgen("run", "--", "true"), place.iamgen("run", ...shell(inner))]);
    const ends = recordingsOf(place).map((path) => readRecording(readFileSync(path, "utf8"), path).end);
    expect(ends).toEqual([{ exitCode: 0 }, { exitCode: 0 }, { exitCode: 0 }]);
  });

  test("never takes the place of a file: 125, and the command does not run", async () => {
    const place = project();
    writeFileSync(join(place.directory, "r.ndjson"), "precious");
    const finished = await place.iamgen("run", "--recording", "r.ndjson", "--", "echo", "ran");
    expect(finished).toMatchObject({
      exitCode: 125,
      stdout: "",
      stderr: "iamgen: cannot record to `r.ndjson`: file already exists\nhint: remove it or name another file\n",
    });
    expect(readFileSync(join(place.directory, "r.ndjson"), "utf8")).toBe("precious");
  });
});

describe("a machine that refuses", () => {
  test.skipIf(!existsSync("/dev/full"))(
    "a full disk costs the recording, neither the run nor the words about it",
    async () => {
      const finished = await project().iamgen("run", "--recording", "/dev/full", ...shell("echo ran; exit 3"));
      expect(finished).toMatchObject({ exitCode: 3, stdout: "ran\n" });
      expect(finished.stderr).toContain("recording not complete on disk");
    },
  );

  test("a state directory that cannot be made costs the recording only", async () => {
    const finished = await project({ XDG_STATE_HOME: "/dev/null/state" }).iamgen("run", ...shell("echo ran; exit 3"));
    expect(finished).toMatchObject({ exitCode: 3, stdout: "ran\n" });
    expect(finished.stderr).toContain("iamgen: cannot write recordings to `/dev/null/state/");
  });

  test("a cache directory that cannot be made is replaced by a temporary one", async () => {
    const place = project();
    const temporary = join(place.directory, "tmp");
    mkdirSync(temporary);
    const finished = await project({ XDG_CACHE_HOME: "/dev/null/cache", TMPDIR: temporary }).iamgen(
      "run",
      ...shell("exit 3"),
    );
    expect(finished.exitCode).toBe(3);
    expect(readdirSync(temporary).filter((name) => name.startsWith("iamgen-"))).toHaveLength(1);
  });
});

test("no call seen is said first and loudly, even with --quiet", async () => {
  const place = project();
  const [loud, quiet] = await Promise.all([
    place.iamgen("run", "--", "true"),
    place.iamgen("run", "--quiet", "--", "true"),
  ]);
  const first = "iamgen: NO AWS CALL SEEN: no connection reached the proxy: ";
  expect(loud.stderr.startsWith(first)).toBe(true);
  expect(quiet.stderr.startsWith(first)).toBe(true);
  expect(loud.stderr).toMatch(/\niamgen: recording in .*\niamgen: next: iamgen report\n$/);
  expect(quiet.stderr.split("\n")).toHaveLength(2);
});

test("Ctrl-C twice reaches the command, and the recording is finished all the same", async () => {
  const place = project();
  const script = "trap 'trap \"echo second; exit 7\" INT; echo first' INT; echo ready; while :; do sleep 0.05; done";
  const started = place.start("run", ...shell(script));
  await started.seen("stdout", "ready");
  started.child.kill("SIGINT");
  await started.seen("stdout", "first");
  started.child.kill("SIGINT");

  expect(await started.finished).toMatchObject({ exitCode: 7, stdout: "ready\nfirst\nsecond\n" });
  expect(recordingsOf(place).map((path) => readRecording(readFileSync(path, "utf8"), path).end)).toEqual([
    { exitCode: 7 },
  ]);
});

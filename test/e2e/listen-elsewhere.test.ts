/** `iamgen listen --bind` and programs that come by the other address, as containers and other machines do. */
import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { startAwsStandIn } from "../support/aws-stand-in.ts";
import { ELSEWHERE } from "../support/elsewhere.ts";
import { listeningIamgen } from "../support/listening-iamgen.ts";
import { type Project, project } from "../support/project.ts";
import { EXAMPLE_CREDENTIALS, IAMGEN } from "../support/run-iamgen.ts";

const SIGNED_GET = resolve(import.meta.dirname, "../fixtures/clients/signed-get.mjs");
const URL_OF_OBJECT = "https://photos.s3.us-east-1.amazonaws.com/cat.jpg";

/** A machine of its own, as far as a program can tell, with the variables that were printed. */
const thereWith = (variables: Readonly<Record<string, string>>): Project =>
  project({ ...EXAMPLE_CREDENTIALS, ...variables });

test("a Node program there, run by its own iamgen, is read by both, and neither recording holds the token", async () => {
  const standIn = await startAwsStandIn();
  const listening = await listeningIamgen({ options: ["--bind", ELSEWHERE, ...standIn.forwarding] });
  const { username, password: token, hostname, port } = new URL(listening.variables["HTTPS_PROXY"] ?? "");
  expect({ username, hostname: hostname.replace(/^\[|\]$/g, ""), port }).toEqual({
    username: "iamgen",
    hostname: ELSEWHERE,
    port: String(listening.port),
  });

  const there = thereWith(listening.variables);
  const command = [process.execPath, SIGNED_GET, URL_OF_OBJECT];
  const run = await there.spawn(process.execPath, IAMGEN, "run", "--recording", "inner.ndjson", "--", ...command)
    .finished;
  expect(run).toMatchObject({ exitCode: 0 });

  const inner = readFileSync(join(there.directory, "inner.ndjson"), "utf8");
  const outer = await listening.stop();
  expect(outer.calls.map(({ operation }) => operation)).toEqual(["GetObject"]);
  expect(inner).toContain('"operation":"GetObject"');
  expect(`${inner}${JSON.stringify(outer)}${run.stderr}`).not.toContain(token);
});

test("programs of this machine need no token, as ever", async () => {
  const standIn = await startAwsStandIn();
  const listening = await listeningIamgen({ options: ["--bind", ELSEWHERE, ...standIn.forwarding] });
  const { port } = listening;
  const there = thereWith({ ...listening.variables, HTTPS_PROXY: `http://127.0.0.1:${port}`, https_proxy: "" });
  await there.iamgen("run", "--", process.execPath, SIGNED_GET, URL_OF_OBJECT);
  expect((await listening.stop()).calls.map(({ operation }) => operation)).toEqual(["GetObject"]);
});

test("a file with the token is its owner's alone, and what is said on the terminal does not hold it", async () => {
  const place = project();
  const started = place.start("listen", "--bind", ELSEWHERE, "--write-env", "env", "--for", "10ms");
  const { exitCode, stdout, stderr } = await started.finished;
  expect([exitCode, stdout]).toEqual([0, ""]);
  const path = join(place.directory, "env");
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const token = /iamgen:([\w-]{32})@/.exec(readFileSync(path, "utf8"))?.[1] ?? "no token";
  expect(stderr).toMatch(/ and, for who has the token in env, on \S+:\d+; stop with Ctrl-C\n/);
  expect(stderr).toMatch(/^iamgen: programs there need the certificates in \/.+ at the same place$/m);
  expect(stderr).not.toContain(token);
});

test("127.0.0.1 is what it always listens on", async () => {
  const { stdout } = await project().iamgen("listen", "--bind", "127.0.0.1", "--for", "10ms", "--print-env", "json");
  expect(JSON.parse(stdout)).toHaveProperty("NODE_OPTIONS");
});

test("a bound address without a token does not exist", async () => {
  const { exitCode, stderr } = await project().iamgen("listen", "--bind", ELSEWHERE, "--no-auth");
  expect([exitCode, stderr]).toEqual([
    2,
    "iamgen: cannot use `--no-auth` with `--bind`: who comes by it shows a token\nhint: leave out `--no-auth`\n",
  ]);
});

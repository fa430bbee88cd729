import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { SetupError } from "../../src/errors.ts";
import { certificatesOfTrustStore } from "../../src/run/java-trust-store.ts";
import { type RunFilesRequest, writeRunFiles } from "../../src/run/run-files.ts";
import { canBeNobody, NOBODY, UNKNOWN_USER } from "../support/another-user.ts";

let scratch = "";
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "iamgen-files-"));
});
afterEach(() => rmSync(scratch, { recursive: true }));

const pem = (name: string): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(name).toString("base64")}\n-----END CERTIFICATE-----\n`;
const trimmed = (name: string): string => pem(name).trim();

const request = (changes: Partial<RunFilesRequest> = {}): RunFilesRequest => ({
  cacheDirectory: join(scratch, "cache"),
  runId: "20261121T041503123Z-9f3a1c",
  now: new Date("2026-11-21T04:15:03.123Z"),
  caPem: pem("ca"),
  trust: {
    systemRoots: [trimmed("system")],
    ownRoots: [trimmed("corp"), trimmed("added")],
    addedRoots: [trimmed("added")],
    profileHasCaBundle: false,
  },
  defaultRoots: () => [],
  hook: "/pkg/register.cjs",
  env: { JAVA_HOME: "/no/such" },
  ...changes,
});
const javaNames = (path: string | undefined): string[] =>
  (certificatesOfTrustStore(readFileSync(path ?? "")) ?? []).map(String);

test("keeps the variables of the hook, and no others, for a shell to set, until the run ends", () => {
  const run = writeRunFiles(request());
  run.keepHookVariables({
    IAMGEN_PROXY_PORT: "4000",
    IAMGEN_CALLERS_ROOT: "/it's/",
    IAMGEN_ACCOUNT: "1",
    PATH: "/bin",
  });
  expect(readFileSync(run.files.hookVariables, "utf8")).toBe(
    "export IAMGEN_PROXY_PORT='4000'\nexport IAMGEN_CALLERS_ROOT='/it'\\''s/'\n",
  );
  run.end();
  expect(existsSync(run.files.hookVariables)).toBe(false);
});

test("puts an `aws` in front of the one that is there, and none where there is none", () => {
  const { files } = writeRunFiles(request());
  expect(readdirSync(files.shimDirectory)).toEqual(["node"]);
  mkdirSync(join(scratch, "bin"));
  writeFileSync(join(scratch, "bin/aws"), "");
  const again = writeRunFiles(request({ runId: "20261121T041504123Z-9f3a1c", env: { PATH: join(scratch, "bin") } }));
  expect(readdirSync(again.files.shimDirectory).sort()).toEqual(["aws", "node"]);
  expect(readFileSync(join(again.files.shimDirectory, "aws"), "utf8")).toContain(`='${again.files.bundle}'`);
});

test("writes every bundle from the system's roots, the user's own and the CA", () => {
  const { files } = writeRunFiles(request());
  const text = (path: string): string => readFileSync(path, "utf8");
  expect(text(files.caCertificate)).toBe(pem("ca"));
  expect(text(files.extraCertificates)).toBe(pem("added") + pem("ca"));
  expect(text(files.bundle)).toBe(pem("system") + pem("corp") + pem("added") + pem("ca"));
  expect(javaNames(files.trustStore).slice(0, 3)).toEqual(["system", "corp", "added"]);
  expect(javaNames(files.trustStore).at(-1)).toBe("ca");
  expect(text(join(files.phpDirectory, "iamgen.ini"))).toBe(
    `curl.cainfo="${files.bundle}"\nopenssl.cafile="${files.bundle}"\n`,
  );
  expect(text(join(files.shimDirectory, "node"))).toContain("option='--require /pkg/register.cjs'");
  expect(text(files.live)).toBe(`${process.pid}\n`);
});

test("PHP reads back a path with quotes and backslashes", () => {
  const { files } = writeRunFiles(request({ cacheDirectory: join(scratch, 'a"b\\c') }));
  const ini = readFileSync(join(files.phpDirectory, "iamgen.ini"), "utf8");
  expect(ini).toContain(`curl.cainfo="${join(scratch, 'a\\"b\\\\c')}/runs/`);
});

test("takes the caller's roots on a system that keeps none in a file", () => {
  const trust = { systemRoots: undefined, ownRoots: [], addedRoots: [], profileHasCaBundle: false };
  const { files } = writeRunFiles(request({ trust, defaultRoots: () => [trimmed("default")] }));
  expect(readFileSync(files.bundle, "utf8")).toBe(pem("default") + pem("ca"));
});

test("keeps directories to this user and lets files be read", () => {
  const { files } = writeRunFiles(request());
  const modes = [dirname(dirname(files.live)), dirname(files.live), files.phpDirectory].map(
    (path) => statSync(path).mode,
  );
  expect(modes.map((mode) => mode & 0o777)).toEqual([0o700, 0o700, 0o700]);
  expect(statSync(files.bundle).mode & 0o777 & ~process.umask()).toBe(0o644 & ~process.umask());
  expect(statSync(join(files.shimDirectory, "node")).mode & 0o111).not.toBe(0);
});

test("sets no trust store where the user's own cannot be read", () => {
  const env = { JAVA_TOOL_OPTIONS: "-Djavax.net.ssl.trustStore=/no/such/store.p12" };
  expect(writeRunFiles(request({ env })).files.trustStore).toBeUndefined();
});

test("leaves daemons their roots at the end of the run, without its CA", () => {
  const { files, end } = writeRunFiles(request());
  writeFileSync(files.notices, "{}\n");
  end();
  expect([existsSync(files.live), existsSync(files.notices)]).toEqual([false, false]);
  expect(readFileSync(files.bundle, "utf8")).toBe(pem("system") + pem("corp") + pem("added"));
  expect(readFileSync(files.extraCertificates, "utf8")).toBe(pem("added"));
  expect(javaNames(files.trustStore)).not.toContain("ca");
  expect(existsSync(join(files.shimDirectory, "node"))).toBe(true);
});

test("deletes the files of expired runs", () => {
  mkdirSync(join(scratch, "cache", "runs", "20261001T000000000Z-aaaaaa"), { recursive: true });
  writeRunFiles(request());
  expect(readdirSync(join(scratch, "cache", "runs"))).toEqual(["20261121T041503123Z-9f3a1c"]);
});

test("leaves nothing behind where the disk takes a part of it", () => {
  const { cacheDirectory, runId } = request();
  const directory = join(cacheDirectory, "runs", runId);
  // A directory in its place refuses one file, as a full disk would.
  mkdirSync(join(directory, "bundle.pem"), { recursive: true });
  expect(() => writeRunFiles(request())).toThrow(/EISDIR$/);
  expect(existsSync(directory)).toBe(false);
});

test.skipIf(!canBeNobody)("writes nothing where somebody else could change it", () => {
  mkdirSync(join(scratch, "cache"));
  chownSync(join(scratch, "cache"), UNKNOWN_USER, UNKNOWN_USER);
  const asNobody = vi.spyOn(process, "getuid").mockReturnValue(NOBODY);
  onTestFinished(() => asNobody.mockRestore());
  expect(() => writeRunFiles(request())).toThrow(/^cannot write to `.*cache`: it belongs to another user$/);
  expect(readdirSync(join(scratch, "cache"))).toEqual([]);
});

test("takes from others what they could write to in the cache of an earlier version", () => {
  mkdirSync(join(scratch, "cache", "runs"), { recursive: true });
  for (const path of ["cache", "cache/runs"]) chmodSync(join(scratch, path), 0o777);
  writeRunFiles(request());
  expect(["cache", "cache/runs"].map((path) => statSync(join(scratch, path)).mode & 0o777)).toEqual([0o755, 0o755]);
});

test("says where it cannot write, and what to do", () => {
  writeFileSync(join(scratch, "cache"), "a file in the way");
  expect(() => writeRunFiles(request())).toThrow(SetupError);
  expect(() => writeRunFiles(request())).toThrow(/^cannot write to `.*cache`: (?:ENOTDIR|EEXIST)$/);
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { project } from "../../support/project.ts";
import { IAMGEN } from "../../support/run-iamgen.ts";

const PUT = { input: { Bucket: "photos", Key: "cat.jpg" }, members: ["Body", "Bucket", "Key"] };

test("writes the policy to stdout and the summary to stderr", async () => {
  const place = project();
  const { exitCode, stdout, stderr } = await place.iamgen("policy", place.record("r.ndjson", [PUT]));

  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::photos/cat.jpg" }],
  });
  expect(stderr.split("\n")[0]).toBe("iamgen: 1 call of 1 operation by 1 identity");
  expect(stderr.split("\n").length).toBeLessThanOrEqual(9);
});

test("writes to a file where one is asked for", async () => {
  const place = project();
  const recording = place.record("r.ndjson", [PUT]);
  const { stdout, stderr } = await place.iamgen("policy", recording, "-o", "p.json");

  expect(stdout).toBe("");
  expect(stderr).toContain("iamgen: policy in p.json\n");
  expect(JSON.parse(readFileSync(join(place.directory, "p.json"), "utf8"))).toHaveProperty("Statement");
});

test("reads a recording from stdin, and writes to stdout where that is said", async () => {
  const place = project();
  place.record("r.ndjson", [PUT]);
  const line = `"${process.execPath}" "${IAMGEN}" policy - -o - < r.ndjson`;
  const { exitCode, stdout, stderr } = await place.spawn("sh", "-c", line).finished;

  expect(exitCode, stderr).toBe(0);
  expect(JSON.parse(stdout)).toHaveProperty("Statement");
  expect(existsSync(join(place.directory, "-"))).toBe(false);
});

test("merges shards, whatever their order: same observations, same bytes", async () => {
  const place = project();
  const one = place.record("one.ndjson", [PUT]);
  const other = place.record("other.ndjson", [
    { operation: "GetObject", input: PUT.input, members: ["Bucket", "Key"] },
  ]);
  const [first, second] = await Promise.all([place.iamgen("policy", one, other), place.iamgen("policy", other, one)]);

  expect(first.stdout).toContain("s3:GetObject");
  expect(first.stdout).toContain("s3:PutObject");
  expect(second.stdout).toBe(first.stdout);
});

test("refuses a file that is no recording", async () => {
  const place = project();
  const policy = await place.iamgen("policy", place.record("r.ndjson", [PUT]), "-o", "p.json");
  expect(policy.exitCode).toBe(0);

  expect(await place.iamgen("policy", "p.json")).toMatchObject({
    exitCode: 4,
    stderr:
      "iamgen: cannot read recording `p.json`: it is not an iamgen recording\n" +
      "hint: pass a file that `iamgen run` or `iamgen listen` wrote\n",
  });
});

test("--strict fails on what was not decoded, and says so", async () => {
  const place = project();
  const recording = place.record("r.ndjson", [PUT], [{ kind: "undecoded", reason: "unsigned", authority: "a:443" }]);
  const [lenient, strict] = await Promise.all([
    place.iamgen("policy", recording),
    place.iamgen("policy", "--strict", recording),
  ]);

  expect([lenient.exitCode, strict.exitCode]).toEqual([0, 1]);
  expect(strict.stderr).toContain("iamgen: strict: requests not decoded\n");
});

test("--template puts variables into the policy; one without use is told, and fails --strict", async () => {
  const place = project();
  const recording = place.record("r.ndjson", [PUT]);
  const wrong = ["--template", "stage=prod", recording];
  const [filled, unused, strict] = await Promise.all([
    place.iamgen("policy", "--template", "bucket=photos", recording),
    place.iamgen("policy", ...wrong),
    place.iamgen("policy", "--strict", ...wrong),
  ]);

  expect(JSON.parse(filled.stdout)).toMatchObject({ Statement: [{ Resource: "arn:aws:s3:::‹bucket›/cat.jpg" }] });
  expect([filled.exitCode, unused.exitCode, strict.exitCode]).toEqual([0, 0, 1]);
  expect(unused.stderr).toContain("iamgen: no resource and no condition holds `prod` of `--template stage=prod`");
});

describe("recordings with nothing to grant", () => {
  const UNKNOWN = { kind: "undecoded", reason: "unknown-endpoint", authority: "a.example.com:443" } as const;

  test.each([
    ["of no call", [], "no connection reached the proxy"],
    ["of nothing decoded", [UNKNOWN], "requests to `a.example.com:443` were seen, but not understood"],
  ])("%s give an empty output, say why, and are no failure", async (_, undecoded, reason) => {
    const place = project();
    const recording = place.record("r.ndjson", [], undecoded);
    const [policy, terraform, report, strict] = await Promise.all([
      place.iamgen("policy", recording),
      place.iamgen("policy", "--format", "terraform", "-o", "p.tf", recording),
      place.iamgen("report", "--json", recording),
      place.iamgen("policy", "--strict", recording),
    ]);

    expect([policy, terraform, report].map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    expect(policy.stdout).toBe("");
    expect(policy.stderr).toContain(`iamgen: NO AWS CALL SEEN: ${reason}`);
    expect(existsSync(join(place.directory, "p.tf"))).toBe(false);
    expect(report.stdout).toContain('"nothing-to-grant"');
    expect(strict.exitCode).toBe(1);
  });

  test("that name what needs no permission say so", async () => {
    const place = project();
    const identity = { sdkId: "STS", signingName: "sts", operation: "GetCallerIdentity", input: {}, members: [] };
    const recording = place.record("r.ndjson", [identity]);
    const [policy, report] = await Promise.all([place.iamgen("policy", recording), place.iamgen("report", recording)]);
    expect({ exitCode: policy.exitCode, stdout: policy.stdout }).toEqual({ exitCode: 0, stdout: "" });
    expect(report.stdout).toContain(
      "no call of the recording needs a permission: there is no policy (nothing-to-grant)",
    );
  });
});

test.each([
  [["--templte", "stage=dev"], "iamgen: unknown option `--templte`\nhint: did you mean `--template`?\n"],
  [["--template", "dev"], "iamgen: cannot use `dev` for `--template`\nhint: for example `--template stage=dev`\n"],
  [
    ["--template", "a=dev", "--template", "A=prod"],
    "iamgen: cannot use `--template` with both `a=dev` and `A=prod`\nhint: give each value one name, and each name one value\n",
  ],
  [["--conditions", "strict"], "iamgen: cannot use `strict` for `--conditions`\nhint: one of: none, safe, tight\n"],
])("%j is refused before a recording is read", async (argv, stderr) => {
  expect(await project().iamgen("policy", ...argv, "none.ndjson")).toEqual({
    exitCode: 2,
    signal: null,
    stdout: "",
    stderr,
  });
});

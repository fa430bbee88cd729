import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { project } from "../../support/project.ts";

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

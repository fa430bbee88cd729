import { expect, test } from "vitest";
import type { Undecoded } from "../../../src/decode/api-call.ts";
import { project } from "../../support/project.ts";

const PUT = { input: { Bucket: "photos", Key: "cat.jpg" }, members: ["Body", "Bucket", "Key"] };
const UNSIGNED: Undecoded = { kind: "undecoded", reason: "unsigned", authority: "a.amazonaws.com:443" };

test("shows what was seen and what was not", async () => {
  const place = project();
  const { exitCode, stdout } = await place.iamgen("report", place.record("r.ndjson", [PUT], [UNSIGNED]));

  expect(exitCode).toBe(0);
  expect(stdout).toContain("seen\n  S3, eu-central-1\n    s3:PutObject: call 1\n");
  expect(stdout).toContain("not decoded\n  a.amazonaws.com:443, not signed, and no operation that may be called so\n");
});

test("is one JSON object for programs", async () => {
  const place = project();
  const { stdout } = await place.iamgen("report", "--json", place.record("r.ndjson", [PUT], [UNSIGNED]));
  expect(JSON.parse(stdout)).toMatchObject({
    totals: { calls: 1, operations: 1 },
    undecoded: [{ reason: "unsigned", count: 1 }],
    bypassed: [],
  });
});

test("the JSON names the calls behind every element of the policy", async () => {
  const place = project();
  const { stdout } = await place.iamgen("report", "--json", place.record("r.ndjson", [PUT]));
  const [statement] = JSON.parse(stdout).policies[0].statements;
  expect(statement.elements).toMatchObject([
    { element: "Action", value: "s3:PutObject", calls: [1] },
    { element: "Resource", value: "arn:aws:s3:::photos/cat.jpg", calls: [1] },
  ]);
});

test("--strict fails on a run without a single call", async () => {
  const place = project();
  const { exitCode, stdout, stderr } = await place.iamgen("report", "--strict", place.record("r.ndjson", []));
  expect(exitCode).toBe(1);
  expect(stdout).toContain("no AWS call seen: no connection reached the proxy");
  expect(stderr).toContain("iamgen: strict: no call seen\n");
});

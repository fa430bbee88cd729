import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Project, project } from "../support/project.ts";

const policyOf = (...statements: object[]): string => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const READ = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::photos/*" };

function place(text: string, name = "policy.json"): Project {
  const made = project();
  writeFileSync(join(made.directory, name), text);
  return made;
}

test("a clean policy succeeds, and no recording is asked for", async () => {
  expect(await place(policyOf(READ)).iamgen("check", "--lint", "policy.json", "--fail-on", "any")).toMatchObject({
    exitCode: 0,
    stdout: "0 errors, 0 warnings\n",
    stderr: "",
  });
});

test("an error fails, with what may be meant", async () => {
  expect(
    await place(policyOf({ ...READ, Action: "s3:HeadObject" })).iamgen("check", "--lint", "policy.json"),
  ).toMatchObject({
    exitCode: 1,
    stdout:
      "policy.json:1:66: error: AWS has no action `s3:HeadObject` (action-unknown)\n" +
      "  hint: `HeadObject` is an operation of the API: AWS checks `s3:GetObject`, `s3:GetObjectVersion` for it\n" +
      "1 error, 0 warnings\n",
    stderr: "iamgen: policy.json: 1 error, 0 warnings\n",
  });
});

test("warnings fail where that is asked for", async () => {
  const { iamgen } = place(policyOf({ ...READ, Action: "iam:PassRole", Resource: "*" }));
  expect((await iamgen("check", "--lint", "policy.json")).exitCode).toBe(0);
  expect((await iamgen("check", "--lint", "policy.json", "--fail-on", "any")).exitCode).toBe(1);
});

test("the size is judged for the attachment that is named", async () => {
  const { iamgen } = place(
    policyOf({ ...READ, Resource: Array.from({ length: 100 }, (_, n) => `arn:aws:s3:::photos/${n}`) }),
  );
  expect((await iamgen("check", "--lint", "policy.json", "--attach-as", "user-inline")).exitCode).toBe(1);
  expect((await iamgen("check", "--lint", "policy.json", "--attach-as", "role-inline")).exitCode).toBe(0);
});

test("all policies of a file are judged, or the one that is selected", async () => {
  const text = JSON.stringify({
    a: JSON.parse(policyOf({ ...READ, Action: "s3:Gett*" })),
    b: JSON.parse(policyOf(READ)),
  });
  const { iamgen } = place(text);
  expect((await iamgen("check", "--lint", "policy.json")).exitCode).toBe(1);
  expect((await iamgen("check", "--lint", "policy.json", "--select", "b")).exitCode).toBe(0);
});

test.each([
  [["--against", "policy.json"], 2, "cannot lint a policy and compare it with a recording at once"],
  [["r.ndjson"], 2, "cannot lint a policy and compare it with a recording at once"],
  [["--format", "xml"], 2, "xml"],
  [["--select", "x"], 4, "no policy of `policy.json` has the address `x`"],
])("%j is refused", async (more, exitCode, says) => {
  const result = await place(policyOf(READ)).iamgen("check", "--lint", "policy.json", ...more);
  expect(result).toMatchObject({ exitCode, stdout: "" });
  expect(result.stderr).toContain(says);
});

test("a file without policies, and one that is not there, are errors of their own", async () => {
  const { iamgen } = place("{}");
  expect(await iamgen("check", "--lint", "policy.json")).toMatchObject({ exitCode: 4, stdout: "" });
  expect(await iamgen("check", "--lint", "absent.json")).toMatchObject({ exitCode: 4, stdout: "" });
});

test.each([["--denied", "only"], ["--terraform-state", "s.json"], ["--strict"], ["--fail-on", "excess"]])(
  "%s is refused, for it would change nothing",
  async (...typed) => {
    const words = typed[0] === "--fail-on" ? typed.join(" ") : typed[0];
    expect(await place(policyOf(READ)).iamgen("check", "--lint", "policy.json", ...typed)).toMatchObject({
      exitCode: 2,
      stdout: "",
      stderr: expect.stringContaining(`cannot use \`${words}\` with \`--lint\`: it is about recordings`),
    });
  },
);

test("what a project sets for its comparisons does not keep it from linting", async () => {
  const made = place(policyOf(READ));
  const settings = { denied: "exclude", strict: true, check: { "fail-on": "excess" } };
  writeFileSync(join(made.directory, "iamgen.config.json"), JSON.stringify(settings));
  expect(await made.iamgen("check", "--lint", "policy.json")).toMatchObject({ exitCode: 0, stderr: "" });
});

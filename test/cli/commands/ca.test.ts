import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { project } from "../../support/project.ts";

test("made, shown and removed; the path alone goes to stdout", async () => {
  const place = project();
  const made = await place.iamgen("ca", "create");
  expect(made).toMatchObject({ exitCode: 0, stdout: `${place.stateDirectory}/iamgen/ca/certificate.pem\n` });
  expect(await place.iamgen("ca", "path")).toMatchObject({ exitCode: 0, stdout: made.stdout, stderr: "" });
  expect(await place.iamgen("ca", "create")).toMatchObject({ exitCode: 3, stdout: "" });
  expect((await place.iamgen("ca", "remove")).stderr).toMatch(/^iamgen: removed; /);
  expect(await place.iamgen("ca", "path")).toMatchObject({
    exitCode: 4,
    stderr: "iamgen: there is no certificate authority\nhint: make one: `iamgen ca create`\n",
  });
});

test("listen uses it from one start to the next, and says where it cannot", async () => {
  const place = project();
  const { stdout } = await place.iamgen("ca", "create");
  const listened = async (...options: string[]) => {
    const listening = await place.iamgen("listen", "--for", "1ms", "--ca-file", "used.pem", ...options);
    expect(listening.exitCode).toBe(0);
    return { used: readFileSync(`${place.directory}/used.pem`, "utf8"), stderr: listening.stderr };
  };
  const kept = readFileSync(stdout.trim(), "utf8");

  expect((await listened()).used).toBe(kept);
  const { used, stderr } = await listened("--intercept", "storage.example.com");
  expect(used).not.toBe(kept);
  expect(stderr).toContain("a new certificate authority is used: yours has expired, or was not made for --intercept");
});

test.each([
  [[], "nothing to do"],
  [["make"], "cannot do `make`"],
  [["toString"], "cannot do `toString`"],
])("%j is told what there is", async (operands, message) => {
  expect(await project().iamgen("ca", ...operands)).toMatchObject({
    exitCode: 2,
    stderr: `iamgen: ${message}\nhint: one of: create, path, remove\n`,
  });
});

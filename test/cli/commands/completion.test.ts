import { expect, test } from "vitest";
import { project } from "../../support/project.ts";

test.each(["bash", "zsh", "fish"])("prints a script for %s", async (shell) => {
  const { exitCode, stdout, stderr } = await project().iamgen("completion", shell);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toContain("iamgen");
});

test.each([
  [[], "iamgen: no shell named\n"],
  [["tcsh"], "iamgen: cannot complete for `tcsh`\n"],
  [["bash", "zsh"], "iamgen: cannot complete for `bash zsh`\n"],
])("says which shells there are instead of %j", async (operands, message) => {
  const ended = await project().iamgen("completion", ...operands);
  expect(ended).toMatchObject({ exitCode: 2, stdout: "", stderr: `${message}hint: one of: bash, zsh, fish\n` });
});

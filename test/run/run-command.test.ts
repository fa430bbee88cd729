import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { CommandError } from "../../src/errors.ts";
import { runCommand } from "../../src/run/run-command.ts";

const directory = mkdtempSync(join(tmpdir(), "iamgen-run-"));
afterAll(() => rmSync(directory, { recursive: true }));
const env = { PATH: `${directory}:${process.env["PATH"]}` };

const sh = (script: string, variables = {}): Promise<number> =>
  runCommand({ command: "sh", args: ["-c", script], env: { ...env, ...variables } });

async function errorOf(command: string): Promise<unknown> {
  return runCommand({ command, args: [], env }).then(
    () => undefined,
    (error: unknown) => error,
  );
}

test("passes the command's exit code on", async () => {
  expect([await sh("exit 0"), await sh("exit 7"), await sh("exit 255")]).toEqual([0, 7, 255]);
});

test("gives 128 + n for a command that signal n ended", async () => {
  expect([await sh("kill -TERM $$"), await sh("kill -KILL $$")]).toEqual([143, 137]);
});

test("gives the command the environment it was handed, and no other", async () => {
  expect(await sh('test "$ONLY" = this && test -z "$HOME"', { ONLY: "this" })).toBe(0);
});

test("passes arguments as they are", async () => {
  const args = ["-c", 'test "$1" = "a  b" && test "$2" = "" && test "$3" = "*"', "sh", "a  b", "", "*"];
  expect(await runCommand({ command: "sh", args, env })).toBe(0);
});

test("tells the command's pid once it has started", async () => {
  const pids: number[] = [];
  await runCommand({ command: "true", args: [], env, onStarted: (pid) => pids.push(pid) });
  expect(pids).toEqual([expect.any(Number)]);
});

test("says 127 for a command that does not exist", async () => {
  const error = await errorOf("no-such-command");
  expect(error).toBeInstanceOf(CommandError);
  expect(error).toMatchObject({
    code: "command-not-found",
    exitCode: 127,
    message: "command `no-such-command` not found",
    hint: "check the spelling; aliases and shell functions need a shell: iamgen run -- sh -c '…'",
  });
});

test("says 127 for a command without a name", async () => {
  expect(await errorOf("")).toMatchObject({ exitCode: 127, message: "command `` not found" });
});

test.each([
  ["a file without the execute bit", "plain", "permission denied", /^run chmod \+x .*plain, or name/],
  ["a directory", "folder", "it is a directory", /^name a program in it$/],
  ["a script without its interpreter", "orphan", "the interpreter in its first line does not exist", /^run chmod/],
])("says 126 for %s", async (_title, name, why, hint) => {
  const path = join(directory, name);
  if (name === "folder") mkdirSync(path);
  else writeFileSync(path, name === "orphan" ? "#!/no/such/interpreter\n" : "echo hello\n");
  if (name === "orphan") chmodSync(path, 0o755);
  expect(await errorOf(path)).toMatchObject({
    code: "command-not-executable",
    exitCode: 126,
    message: `cannot execute \`${path}\`: ${why}`,
    hint: expect.stringMatching(hint),
  });
});

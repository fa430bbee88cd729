/** Programs that outlive `iamgen run`: what is told of them. */
import { expect, test } from "vitest";
import { answers, leavingOne } from "../support/leaving-one.ts";
import { project } from "../support/project.ts";

const onLinux = test.runIf(process.platform === "linux");

onLinux("they are named, for they will look for the proxy in vain", { timeout: 20_000 }, async () => {
  const { pid, port, stderr } = await leavingOne();
  expect(stderr).toContain(`(${pid}) outlived the run, and will find no proxy`);
  expect(stderr).toContain("--linger");
  expect(await answers(port)).toBe(false);
});

onLinux("they are not, if they are but a moment behind", { timeout: 20_000 }, async () => {
  const untilTheProxyIsGone = "while (: </dev/tcp/127.0.0.1/$IAMGEN_PROXY_PORT) 2>/dev/null; do :; done";
  const script = `(${untilTheProxyIsGone}; read -rt 0.1 <> <(:)) >/dev/null 2>&1 & exit 0`;
  const finished = await project().iamgen("run", "--", "bash", "-c", script);
  expect(finished).toMatchObject({ exitCode: 0, stderr: expect.not.stringContaining("outlived") });
});

test("a run that leaves nobody behind leaves no proxy either", { timeout: 20_000 }, async () => {
  const finished = await project().iamgen("run", "--linger", "1m", "--", "sh", "-c", 'echo "$IAMGEN_PROXY_PORT"');
  expect(finished.stderr).not.toContain("outlived");
  if (process.platform === "linux") expect(await answers(Number(finished.stdout))).toBe(false);
});

test("a time that is none is refused before anything starts", async () => {
  const finished = await project().iamgen("run", "--linger", "soon", "--", "true");
  expect(finished).toMatchObject({ exitCode: 125, stdout: "" });
});

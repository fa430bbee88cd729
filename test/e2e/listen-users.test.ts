/** Who may use the port that `iamgen listen` leaves open: needs a second user, so it runs where the tests run as root. */
import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { canBeNobody, NOBODY } from "../support/another-user.ts";
import { listeningIamgen } from "../support/listening-iamgen.ts";

/** What the proxy answers a process of another user to CONNECT; the name is refused for its own reasons if it is let in. */
async function answerToNobody(port: number): Promise<string> {
  const program = `
    const socket = require("node:net").connect(${port}, "127.0.0.1");
    socket.on("connect", () => socket.write("CONNECT no-such-host.invalid:443 HTTP/1.1\\r\\n\\r\\n"));
    socket.on("data", (text) => process.stdout.write(text));
  `;
  const child = spawn(process.execPath, ["-e", program], { uid: NOBODY, gid: NOBODY, env: {}, cwd: "/" });
  let stdout = "";
  child.stdout.on("data", (text: Buffer) => {
    stdout += text.toString();
  });
  await new Promise((resolve) => child.once("close", resolve));
  return stdout;
}

test.skipIf(!canBeNobody)("turns another user away, says how to let him in, and reports it", async () => {
  const { port, stop } = await listeningIamgen();
  const answer = await answerToNobody(port);
  expect(answer).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/);
  expect(answer).toContain("iamgen: this proxy serves its own user only\nhint: start it with iamgen listen --no-auth");
  expect((await stop()).notices).toMatchObject([{ code: "other-user", count: 1 }]);
});

test.skipIf(!canBeNobody)("serves every user with --no-auth", async () => {
  const { port, stop } = await listeningIamgen({ options: ["--no-auth"] });
  expect(await answerToNobody(port)).toMatch(/^HTTP\/1\.1 502 Bad Gateway\r\n/);
  await stop();
});

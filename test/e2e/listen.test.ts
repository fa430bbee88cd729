/** `iamgen listen` and a program that was started elsewhere with the variables it printed. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { startAwsStandIn } from "../support/aws-stand-in.ts";
import { project } from "../support/project.ts";
import { callCount, EXAMPLE_CREDENTIALS, parseLines } from "../support/run-iamgen.ts";

const TEN_KINDS = resolve(import.meta.dirname, "../fixtures/clients/ten-kinds.mjs");

test("captures all ten kinds of a program in another shell, and gives their policy when it is stopped", async () => {
  const standIn = await startAwsStandIn();
  const place = project({ ...EXAMPLE_CREDENTIALS, OWN_ROOTS: standIn.caPem });
  const listening = place.start("listen", "--print-env", "json", "--recording", "r.ndjson", ...standIn.forwarding);
  let printed = "";
  listening.child.stdout?.on("data", (text: string) => {
    printed += text;
  });
  await listening.seen("stderr", "listening on 127.0.0.1:");
  await listening.seen("stdout", "\n}");
  const variables = Object.entries<string>(JSON.parse(printed)).map(([name, value]) => `${name}=${value}`);

  const program = await place.spawn("env", ...variables, "node", TEN_KINDS).finished;
  listening.child.kill("SIGTERM");
  const stopped = await listening.finished;
  const policy = await place.iamgen("policy", "r.ndjson");

  expect(program.stdout.match(/: ok$/gm)).toHaveLength(10);
  expect(standIn.requests).toHaveLength(10);
  expect(stopped.exitCode).toBe(0);
  expect(callCount(parseLines(readFileSync(join(place.directory, "r.ndjson"), "utf8")))).toBe(10);
  expect(JSON.parse(policy.stdout)).toHaveProperty("Statement.length", 4);
}, 30_000);

/** Client-side monitoring by the AWS SDK for JavaScript v2, which still has it. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startAwsStandIn } from "../support/aws-stand-in.ts";
import { project } from "../support/project.ts";
import { callsOf, EXAMPLE_CREDENTIALS, parseLines, runIamgen } from "../support/run-iamgen.ts";

const SDK_V2 = resolve(import.meta.dirname, "../fixtures/clients/sdk-v2.cjs");
const CALLS = ["DynamoDB.GetItem x2", "SQS.ListQueues x1"];

async function emptyAnswers(): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => response.end("{}"));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("a program that the proxy does not touch tells its calls to a listener", async () => {
  const place = project({ ...EXAMPLE_CREDENTIALS, ENDPOINT: await emptyAnswers() });
  const listening = place.start("listen", "--csm", "0", "--no-proxy", "--print-env", "json", "--recording", "r.ndjson");
  let printed = "";
  listening.child.stdout?.on("data", (text: string) => {
    printed += text;
  });
  await listening.seen("stderr", "listening on 127.0.0.1:");
  await listening.seen("stdout", "\n}");
  const variables: Record<string, string> = JSON.parse(printed);
  expect(Object.keys(variables).sort()).toEqual(["AWS_CSM_ENABLED", "AWS_CSM_HOST", "AWS_CSM_PORT"]);

  const assignments = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  const program = await place.spawn("env", ...assignments, "node", SDK_V2).finished;
  listening.child.kill("SIGTERM");
  const stopped = await listening.finished;

  expect([program.exitCode, stopped.exitCode]).toEqual([0, 0]);
  const text = readFileSync(join(place.directory, "r.ndjson"), "utf8");
  expect(callsOf(parseLines(text))).toEqual(CALLS);
  expect(text).not.toContain(EXAMPLE_CREDENTIALS.AWS_ACCESS_KEY_ID);
  const report = await place.iamgen("report", "r.ndjson");
  expect(report.stdout).toContain("client-side monitoring told it without parameters");
}, 30_000);

test("what the proxy and client-side monitoring both see is counted once, as the proxy saw it", async () => {
  const standIn = await startAwsStandIn();
  const run = await runIamgen({
    options: ["--csm", ...standIn.forwarding],
    command: ["node", SDK_V2],
    env: { OWN_ROOTS: standIn.caPem },
  });

  expect(run.exitCode).toBe(0);
  expect(callsOf(run.recording)).toEqual(CALLS);
  expect(run.recording.filter(({ type }) => type === "call").map(({ source }) => source)).toEqual(["proxy", "proxy"]);
  expect(run.recording.filter(({ type }) => type === "notice")).toEqual([]);
}, 30_000);

test("a program whose SDK tells nothing has its reason", async () => {
  const place = project();
  const { stderr } = await place.iamgen("listen", "--csm", "0", "--no-proxy", "--for", "50ms");
  expect(stderr).toContain("NO AWS CALL SEEN: no SDK told a call by client-side monitoring: those for JavaScript v3");
});

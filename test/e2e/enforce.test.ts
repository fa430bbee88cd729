import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { startAwsStandIn } from "../support/aws-stand-in.ts";
import { runIamgen } from "../support/run-iamgen.ts";
import { tempDir } from "../support/temp-dir.ts";

const CLIENT = resolve(import.meta.dirname, "../fixtures/clients/three-protocols.mjs");
const command = [process.execPath, CLIENT];
const ALL_OK = "kinesis: ok\nsqs: ok\ns3: ok\n";

function policyFile(policy: unknown): string {
  const path = join(tempDir(), "policy.json");
  writeFileSync(path, typeof policy === "string" ? policy : JSON.stringify(policy));
  return path;
}

const outcomesOf = (recording: Awaited<ReturnType<typeof runIamgen>>["recording"]): unknown[] =>
  recording.filter(({ type }) => type === "call").map(({ operation, outcome }) => ({ operation, outcome }));

test("a program passes under the policy that its own recording produced, over HTTP/1.1 and HTTP/2", async () => {
  const standIn = await startAwsStandIn();
  const { policy } = await runIamgen({ options: standIn.forwarding, command });
  const before = standIn.requests.length;

  const run = await runIamgen({ options: [...standIn.forwarding, "--enforce", policyFile(policy)], command });

  expect({ exitCode: run.exitCode, stdout: run.stdout, policy: run.policy }).toEqual({
    exitCode: 0,
    stdout: ALL_OK,
    policy,
  });
  const requests = standIn.requests.slice(before);
  expect(requests.map(({ httpVersion, target }) => `${httpVersion} ${target}`)).toEqual([
    "2.0 /",
    "1.1 /",
    "1.1 /b/a//b?x-id=PutObject",
  ]);
});

test("each protocol raises its own AccessDenied where nothing is allowed, at the first attempt, and AWS hears nothing", async () => {
  const standIn = await startAwsStandIn();
  const empty = policyFile({ Version: "2012-10-17", Statement: [] });

  const run = await runIamgen({ options: [...standIn.forwarding, "--enforce", empty], command });

  expect(run.stdout).toBe(
    "kinesis: AccessDeniedException, attempts: 1\nsqs: AccessDenied, attempts: 1\ns3: AccessDenied, attempts: 1\n",
  );
  expect(standIn.requests).toEqual([]);
  const denied = (httpStatus: number, errorCode: string, action: string, resource: string) => ({
    kind: "denied",
    httpStatus,
    errorCode,
    denial: { action, resource, policyType: "identity-based" },
    deniedBy: "iamgen",
  });
  const place = "us-east-1:111122223333";
  expect(outcomesOf(run.recording)).toEqual([
    {
      operation: "PutRecord",
      outcome: denied(400, "AccessDeniedException", "kinesis:PutRecord", `arn:aws:kinesis:${place}:stream/clicks`),
    },
    {
      operation: "SendMessage",
      outcome: denied(400, "AccessDeniedException", "sqs:SendMessage", `arn:aws:sqs:${place}:jobs`),
    },
    { operation: "PutObject", outcome: denied(403, "AccessDenied", "s3:PutObject", "arn:aws:s3:::b/a//b") },
  ]);
  expect(run.stderr).toContain("3 calls denied");
});

test("a program that lacks one action is denied that one, and the policy of the run holds it", async () => {
  const standIn = await startAwsStandIn();
  const allow = (Action: string) => ({ Effect: "Allow", Action, Resource: "*" });
  const Statement = [allow("kinesis:PutRecord"), allow("s3:*")];

  const run = await runIamgen({
    options: [...standIn.forwarding, "--enforce", policyFile({ Version: "2012-10-17", Statement })],
    command,
  });

  expect(run.stdout).toBe("kinesis: ok\nsqs: AccessDenied, attempts: 1\ns3: ok\n");
  expect(JSON.stringify(run.policy)).toContain('"Action":"sqs:SendMessage"');
});

test("--enforce-log lets everything pass and says what would have been denied", async () => {
  const standIn = await startAwsStandIn();
  const empty = policyFile({ Version: "2012-10-17", Statement: [] });

  const run = await runIamgen({ options: [...standIn.forwarding, "--enforce", empty, "--enforce-log"], command });

  expect(run.stdout).toBe(ALL_OK);
  expect(run.recording.filter(({ code }) => code === "would-be-denied").map(({ detail }) => detail)).toEqual([
    "kinesis:PutRecord on arn:aws:kinesis:us-east-1:111122223333:stream/clicks",
    "sqs:SendMessage on arn:aws:sqs:us-east-1:111122223333:jobs",
    "s3:PutObject on arn:aws:s3:::b/a//b",
  ]);
});

test("a policy that cannot be read keeps the program from starting", async () => {
  const run = await runIamgen({ options: ["--enforce", policyFile("{")], command });
  expect({ exitCode: run.exitCode, stdout: run.stdout }).toEqual({ exitCode: 125, stdout: "" });
});

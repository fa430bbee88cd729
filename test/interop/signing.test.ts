/** boto3 whose requests are signed anew, checked by a stand-in that computes every signature with botocore. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { motoMissing } from "../support/moto.ts";
import { EXAMPLE_CREDENTIALS, runIamgen } from "../support/run-iamgen.ts";
import { because } from "../support/skip-reason.ts";

const CLIENTS = resolve(import.meta.dirname, "clients/python");

describe.skipIf(motoMissing !== undefined)(`signatures, checked by botocore${because(motoMissing)}`, () => {
  const seen: string[] = [];
  let verifier: ChildProcess;
  let host = "";
  beforeAll(async () => {
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = EXAMPLE_CREDENTIALS;
    const args = [resolve(CLIENTS, "verifier.py"), AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY];
    const child = spawn("python3", args, { stdio: ["ignore", "pipe", "inherit"] });
    verifier = child;
    const lines = createInterface(child.stdout);
    const [first] = await once(lines, "line");
    host = `127.0.0.1:${String(first).replace("port ", "")}`;
    lines.on("line", (line: string) => seen.push(line));
  });
  afterAll(() => verifier.kill());

  const command = ["python3", resolve(CLIENTS, "shielded.py")];
  const paths = [
    "POST HOST /",
    "DELETE HOST /2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A111122223333%3Afunction%3Aa",
    ...Array(3).fill("PUT HOST /b/a//b%20c%2Bd%27%C3%A9"),
    "GET HOST /b/k",
  ];

  test("--shield: the program holds no secret, and all that it sends is signed with the real key for AWS's hosts", async () => {
    seen.length = 0;
    const run = await runIamgen({ options: ["--shield", "--forward-to", `http://${host}`], command });
    expect({ exitCode: run.exitCode, stdout: run.stdout }).toEqual({
      exitCode: 0,
      stdout: "holds the secret: False\npresigned: 200\n",
    });
    const hosts = [
      "dynamodb.us-east-1.amazonaws.com",
      "lambda.us-east-1.amazonaws.com",
      ...Array(4).fill("s3.amazonaws.com"),
    ];
    expect(seen).toEqual(paths.map((path, index) => `${path.replace("HOST", hosts[index] ?? "")} matches`));
    expect(run.recording.filter(({ type }) => type === "call").map(({ account }) => account)).toEqual(
      [...new Set(paths)].map(() => "111122223333"),
    );
  });

  test("--re-sign: everything is signed for the stand-in's own host", async () => {
    seen.length = 0;
    const run = await runIamgen({ options: ["--re-sign", "--forward-to", `http://${host}`], command });
    expect({ exitCode: run.exitCode, stdout: run.stdout }).toEqual({
      exitCode: 0,
      stdout: "holds the secret: True\npresigned: 200\n",
    });
    expect(seen).toEqual(paths.map((path) => `${path.replace("HOST", host)} matches`));
  });

  test("without either the verifier is content with AWS's hosts, and not with another secret", async () => {
    seen.length = 0;
    const env = { AWS_SECRET_ACCESS_KEY: "another" };
    const run = await runIamgen({ options: ["--forward-to", `http://${host}`], command, env });
    expect(run.stderr).toContain("SignatureDoesNotMatch");
    expect(seen).toEqual(["POST dynamodb.us-east-1.amazonaws.com / differs"]);
  });
});

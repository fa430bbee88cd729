/** Whatever a program's calls carry, nothing that iamgen writes anywhere holds a secret of them. */
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { outerProxy } from "../support/outer-proxy.ts";
import { project } from "../support/project.ts";
import { callCount, parseLines } from "../support/run-iamgen.ts";

const CLIENT = resolve(import.meta.dirname, "../fixtures/clients/secrets.cjs");

const SECRETS = {
  AWS_ACCESS_KEY_ID: "ASIARTX3GSDSQKS4H4NX",
  AWS_SECRET_ACCESS_KEY: "wJalrXUtnFEMI-K7MDENG-bPxRfiCYSECRETKEY",
  AWS_SESSION_TOKEN: "FwoGZXIvYXdzEBYaSESSIONTOKEN",
  SECRET_BODY: "the body of a letter to nobody",
  SECRET_PASSWORD: "correct-horse-battery-staple",
};

const GIVEN = { id: "ASIARTX3GSDSQKS4HZZZ", key: "ANSWEREDSECRETKEY", token: "ANSWEREDSESSIONTOKEN" };

const KEYS_OF_A_ROLE = `<AssumeRoleResponse><AssumeRoleResult>
  <AssumedRoleUser><Arn>arn:aws:sts::111122223333:assumed-role/r/s</Arn><AssumedRoleId>AROAX:s</AssumedRoleId></AssumedRoleUser>
  <Credentials><AccessKeyId>${GIVEN.id}</AccessKeyId><SecretAccessKey>${GIVEN.key}</SecretAccessKey>
    <SessionToken>${GIVEN.token}</SessionToken><Expiration>2030-01-01T00:00:00Z</Expiration></Credentials>
</AssumeRoleResult></AssumeRoleResponse>`;

/** Answers every API with what it takes for success, in both formats. */
async function standIn(): Promise<{ url: string; signatures: string[] }> {
  const signatures: string[] = [];
  const server = createServer((request, response) => {
    const told = `${request.headers.authorization ?? ""} ${request.url ?? ""}`;
    for (const [, signature = ""] of told.matchAll(/Signature=([0-9a-zA-Z%]{20,})/g)) signatures.push(signature);
    const isJson = /json/.test(request.headers["content-type"] ?? "");
    response.setHeader("Set-Cookie", `session=${SECRETS.SECRET_PASSWORD}`);
    let body = "";
    request.setEncoding("latin1").on("data", (text: string) => {
      body += text;
    });
    request.on("end", () => response.end(body.includes("Action=AssumeRole") ? KEYS_OF_A_ROLE : isJson ? "{}" : ""));
  }).listen(0, "127.0.0.1");
  await new Promise<void>((done) => server.once("listening", done));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, signatures };
}

/** Every file below a directory, with its text. */
function filesBelow(directory: string): { readonly path: string; readonly text: string; readonly mode: number }[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((name) => join(directory, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ path, text: readFileSync(path, "latin1"), mode: statSync(path).mode & 0o777 }));
}

test("files, outputs and errors hold no key, token, signature, body, password or presigned URL", async () => {
  const { url, signatures } = await standIn();
  const place = project({ ...SECRETS, AWS_REGION: "us-east-1", AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE: "1" });
  const options = ["--recording", "r.ndjson", "-o", "p.json", "--timeline", "--callers", "--forward-to", url];

  const run = await place.iamgen("run", ...options, "--", process.execPath, CLIENT);
  expect({ exitCode: run.exitCode, stderr: run.exitCode === 0 ? "" : run.stderr }).toEqual({ exitCode: 0, stderr: "" });
  const recorded = readFileSync(join(place.directory, "r.ndjson"), "utf8");
  const lines = parseLines(recorded);
  expect([callCount(lines), lines.filter(({ type }) => type === "undecoded").length]).toEqual([25, 3]);
  expect(signatures).toHaveLength(21);

  const outputs = [run];
  for (const words of [["report"], ["report", "--json"], ["explain"], ["explain", "--json"], ["explain", "--proof"]]) {
    outputs.push(await place.iamgen(...words, "r.ndjson"));
  }
  for (const format of ["terraform", "markdown", "cloudformation"]) {
    outputs.push(await place.iamgen("policy", "--format", format, "r.ndjson"));
  }
  writeFileSync(join(place.directory, "team.json"), '{ "Version": "2012-10-17", "Statement": [] }');
  for (const format of ["text", "json", "sarif", "markdown"]) {
    outputs.push(await place.iamgen("check", "--against", "team.json", "--format", format, "r.ndjson"));
  }

  const secrets = [...Object.values(SECRETS), ...Object.values(GIVEN), ...signatures, "X-Amz-Signature", "PRIVATE KEY"];
  const encoded = secrets.flatMap((secret) => [secret, Buffer.from(secret).toString("base64").replace(/=+$/, "")]);
  const written = [
    ...filesBelow(place.directory).map(({ path, text }) => [path, text] as const),
    ...outputs.map(({ stdout, stderr }, index) => [`output ${index}`, `${stdout}${stderr}`] as const),
  ];
  expect(written.length).toBeGreaterThan(12);
  const leaks = written.flatMap(([where, text]) =>
    encoded.filter((one) => text.includes(one)).map((one) => `${where}: ${one}`),
  );
  expect(leaks).toEqual([]);
});

test("what only its owner should read, only its owner can", async () => {
  const { url } = await standIn();
  const place = project({ ...SECRETS, AWS_REGION: "us-east-1" });
  await place.iamgen("run", "--callers", "--forward-to", url, "--", process.execPath, CLIENT);
  const recordings = filesBelow(place.stateDirectory).filter(({ path }) => path.endsWith(".ndjson"));
  expect(recordings.map(({ mode }) => mode)).toEqual([0o600]);
  const directories = recordings.map(({ path }) => statSync(dirname(path)).mode & 0o777);
  expect(directories).toEqual([0o700]);
});

test("the password of the user's own proxy is told to that proxy alone", async () => {
  const proxy = await outerProxy("me:proxy-password-hunter2");
  const place = project({ ...SECRETS, HTTPS_PROXY: `http://me:proxy-password-hunter2@127.0.0.1:${proxy.port}` });
  const script = "fetch('https://sts.us-east-1.amazonaws.com/').catch(() => {})";
  const run = await place.iamgen("run", "--recording", "r.ndjson", "--", process.execPath, "-e", script);
  const report = await place.iamgen("report", "r.ndjson");
  const doctor = await place.iamgen("doctor", "--json");
  const written = [...filesBelow(place.directory).map(({ text }) => text), run.stderr, report.stdout, doctor.stdout];
  expect(written.filter((text) => /hunter2|cHJveHktcGFzc3dvcmQtaHVudGVyMg/.test(text))).toEqual([]);
});

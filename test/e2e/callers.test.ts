/** `run --callers`: which line of a Node program made each call, whatever way it went. */
import { mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { type AwsStandIn, startAwsStandIn } from "../support/aws-stand-in.ts";
import { type RecordingLine, runIamgen } from "../support/run-iamgen.ts";
import { tempDir } from "../support/temp-dir.ts";

const PATIENCE = 30_000;
const ROOT = resolve(import.meta.dirname, "../..");
const CLIENTS = "test/fixtures/clients";

/** `Key: place` of every call that has a place, by its table, stream or key; sorted. */
function sitesOf(recording: readonly RecordingLine[]): string[] {
  const names = new Map(recording.filter(({ type }) => type === "call").map((call) => [call["n"], nameOf(call)]));
  return recording
    .filter(({ type, count }) => type === "caller" && count === undefined)
    .map(({ call, at }) => `${names.get(call)}: ${String(at)}`)
    .sort();
}

function nameOf({ input }: RecordingLine): string {
  const { Key, TableName, StreamName } = Object(input);
  return String(Key ?? TableName ?? StreamName);
}

function lineOf(path: string, text: string): number {
  return (
    readFileSync(join(ROOT, path), "utf8")
      .split("\n")
      .findIndex((line) => line.includes(text)) + 1
  );
}

const run = (standIn: AwsStandIn, command: readonly string[], cwd = ROOT) =>
  runIamgen({ options: ["--callers", ...standIn.forwarding], command, cwd, env: { OWN_ROOTS: standIn.caPem } });

test(
  "all kinds of clients are told with their lines, but axios, which cuts the stack",
  async () => {
    const path = `${CLIENTS}/ten-kinds.mjs`;
    const standIn = await startAwsStandIn();

    const { recording, exitCode } = await run(standIn, ["node", path]);

    expect(exitCode).toBe(0);
    const texts: Readonly<Record<string, string>> = {
      agent: "withAgent(new https.Agent({ keepAlive: true, maxSockets: 1 })).send(",
      fetch: "(await fetch(await",
      https: "get(url, (response)",
      roots: "withAgent(new https.Agent({ ca: process.env.OWN_ROOTS })).send(",
      ten: "new DynamoDBClient({}).send(",
      undici: "await undiciRequest(await",
      v2: "new aws.S3().putObject(",
      v3: 'Key: "v3"',
    };
    const expected = Object.entries(texts).map(([name, text]) => `${name}: ${path}:${lineOf(path, text)}`);
    const stream = `ten: ${path}:${lineOf(path, "new KinesisClient({}).send(")}`;
    expect(sitesOf(recording)).toEqual([...expected, stream].sort());
  },
  PATIENCE,
);

test(
  "sixty calls at once over two connections are told apart",
  async () => {
    const path = `${CLIENTS}/call-sites.mjs`;
    const standIn = await startAwsStandIn();

    const { recording, exitCode } = await run(standIn, ["node", path]);

    expect(exitCode).toBe(0);
    const line = { passed: "`passed-$", awaited: "`awaited-$", called: "`called-$" };
    const expected = Object.entries(line).flatMap(([name, text]) =>
      Array.from({ length: 20 }, (_, number) => `${name}-${number}: ${path}:${lineOf(path, text)}`),
    );
    expect(sitesOf(recording)).toEqual(expected.sort());
  },
  PATIENCE,
);

/** A project of its own, outside the repository, that has our packages. */
function projectWith(files: Readonly<Record<string, string>>): string {
  const directory = realpathSync(tempDir());
  mkdirSync(join(directory, "src"));
  symlinkSync(join(ROOT, "node_modules"), join(directory, "node_modules"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  return directory;
}

const UPLOAD = `import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";

export interface Photo { readonly key: string }

export const upload = ({ key }: Photo) =>
  new S3Client({}).send(new PutObjectCommand({ Bucket: "b", Key: key, Body: "x" }));
`;

test(
  "TypeScript under vitest is told with its own lines",
  async () => {
    const cwd = projectWith({
      "src/upload.ts": UPLOAD,
      "src/upload.test.ts": `import { test } from "vitest";
import { upload } from "./upload.ts";
test("uploads", async () => {
  await upload({ key: "cat" });
});
`,
    });
    const standIn = await startAwsStandIn();
    const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");

    const { recording, exitCode, stdout } = await run(standIn, ["node", vitest, "run", "--root", "."], cwd);

    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
    expect(sitesOf(recording)).toEqual(["cat: src/upload.ts:6"]);
  },
  PATIENCE,
);

test(
  "compiled code is told by its source map where Node reads those",
  async () => {
    const source = 'import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";\n';
    const call = 'await new S3Client({}).send(new PutObjectCommand({ Bucket: "b", Key: "cat", Body: "x" }));\n';
    // Line 1 of the output is line 1 of the source, line 2 is line 42.
    const map = { version: 3, sources: ["upload.ts"], names: [], mappings: "AAAA;AAyCA" };
    const comment = `//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString("base64")}\n`;
    const cwd = projectWith({ "src/upload.mjs": source + call + comment });
    const standIn = await startAwsStandIn();

    const mapped = await run(standIn, ["node", "--enable-source-maps", "src/upload.mjs"], cwd);
    const plain = await run(standIn, ["node", "src/upload.mjs"], cwd);

    expect(sitesOf(mapped.recording)).toEqual(["cat: src/upload.ts:42"]);
    expect(sitesOf(plain.recording)).toEqual(["cat: src/upload.mjs:2"]);
  },
  PATIENCE,
);

test(
  "without --callers nothing is told, and a path outside the project never is",
  async () => {
    const cwd = projectWith({});
    const standIn = await startAwsStandIn();
    const path = join(ROOT, CLIENTS, "call-sites.mjs");

    const outside = await run(standIn, ["node", path], cwd);
    const off = await runIamgen({ options: standIn.forwarding, command: ["node", path], cwd: ROOT });

    expect([outside.exitCode, off.exitCode]).toEqual([0, 0]);
    expect([sitesOf(outside.recording), sitesOf(off.recording)]).toEqual([[], []]);
    expect(off.recording.filter(({ type }) => type === "call")).toHaveLength(60);
  },
  PATIENCE,
);

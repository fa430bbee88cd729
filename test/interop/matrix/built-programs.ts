/** Programs that have to be built first, which takes minutes: with IAMGEN_LONG=1 alone. Each is built once for all its cases. */
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LONG } from "../../support/long-mode.ts";
import { CLIENTS, type ClientCase, must, unless, versionOf } from "./client-case.ts";

const builds = new Map<string, string>();

/** The directory in which a copy of the client was built. */
function built(client: string, ...command: readonly string[]): string {
  const known = builds.get(client);
  if (known !== undefined) return known;
  const directory = mkdtempSync(join(tmpdir(), `iamgen-${client}-`));
  cpSync(join(CLIENTS, client), directory, { recursive: true });
  must(directory, ...command);
  builds.set(client, directory);
  return directory;
}

const buildable = (tool: string): string | undefined =>
  LONG ? unless(versionOf(tool, "--version") !== "", `no ${tool}`) : "takes minutes to build: IAMGEN_LONG=1";

const MAVEN = ["mvn", "-q", "package", "dependency:copy-dependencies"] as const;
const JAVA_SDK = "2.31.1";

const java = (http: string, name: string, notes: string): ClientCase => ({
  client: `AWS SDK for Java v2, ${name}`,
  notes,
  missing: buildable("mvn"),
  version: () => JAVA_SDK,
  prepare: () => void built("java", ...MAVEN),
  command: () => {
    const target = join(built("java", ...MAVEN), "target");
    return ["java", "-cp", `${target}/classes:${target}/dependency/*`, "Program", http];
  },
  stdout: "done\n",
  calls: ["S3.CreateBucket x1", "S3.PutObject x1"],
  allows: [
    {
      Action: ["s3:CreateBucket", "s3:PutObject"],
      Resource: ["arn:aws:s3:::java-bucket", "arn:aws:s3:::java-bucket/a/b c.txt"],
    },
  ],
});

const CARGO = ["cargo", "build", "--quiet", "--locked"] as const;

export const BUILT_PROGRAMS: readonly ClientCase[] = [
  java("apache", "Apache client", "JAVA_TOOL_OPTIONS"),
  java("urlconnection", "URLConnection", "JAVA_TOOL_OPTIONS"),
  java("netty", "Netty", "JAVA_TOOL_OPTIONS"),
  {
    client: "AWS SDK for Rust",
    notes: "by variables, with a recent BehaviorVersion",
    missing: buildable("cargo"),
    version: () => {
      const lock = versionOf("sh", "-c", `grep -A1 'name = "aws-sdk-sqs"' ${join(CLIENTS, "rust", "Cargo.lock")}`);
      return `aws-sdk-sqs ${lock}`;
    },
    prepare: () => void built("rust", ...CARGO),
    command: () => [
      join(process.env["CARGO_TARGET_DIR"] ?? join(built("rust", ...CARGO), "target"), "debug", "program"),
    ],
    stdout: "done\n",
    calls: ["SQS.CreateQueue x1", "SQS.SendMessage x1"],
    allows: [
      { Action: ["sqs:CreateQueue", "sqs:SendMessage"], Resource: "arn:aws:sqs:us-east-1:111122223333:rust-queue" },
    ],
  },
];

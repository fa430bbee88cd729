/** The AWS SDKs for Java over each of their HTTP clients, and that for Kotlin, with IAMGEN_LONG=1 alone. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildable, built } from "./building.ts";
import { bucketAnd, CLIENTS, type ClientCase } from "./client-case.ts";

const MAVEN = ["mvn", "-q", "package", "dependency:copy-dependencies"] as const;

/** The version that the client's pom.xml has under `property`. */
function required(client: string, property: string): string {
  const pom = readFileSync(join(CLIENTS, client, "pom.xml"), "utf8");
  return new RegExp(`<${property}>([\\d.]+)<`).exec(pom)?.[1] ?? "";
}

const java = (program: string, client: string, notes = "JAVA_TOOL_OPTIONS"): ClientCase => ({
  client,
  notes,
  missing: buildable("mvn", "--version"),
  version: () => required("java", program === "v1" ? "aws.v1.version" : "aws.version"),
  prepare: () => void built("java", ...MAVEN),
  command: () => {
    const target = join(built("java", ...MAVEN), "target");
    return ["java", "-cp", `${target}/classes:${target}/dependency/*`, "Program", program];
  },
  stdout: "done\n",
  calls: ["S3.CreateBucket x1", "S3.PutObject x1"],
  allows: [{ Action: ["s3:CreateBucket", "s3:PutObject"], Resource: bucketAnd("java-bucket", "a/b c.txt") }],
});

export const JAVA: readonly ClientCase[] = [
  java("apache", "AWS SDK for Java v2, Apache client"),
  java("urlconnection", "AWS SDK for Java v2, URLConnection"),
  java("netty", "AWS SDK for Java v2, Netty"),
  java("crt", "AWS SDK for Java v2, CRT HTTP client", "JAVA_TOOL_OPTIONS, with trust by SSL_CERT_FILE"),
  java("s3-crt", "AWS SDK for Java v2, CRT-based S3 client", "JAVA_TOOL_OPTIONS, with trust by SSL_CERT_FILE"),
  java("v1", "AWS SDK for Java v1"),
  {
    client: "AWS SDK for Kotlin",
    notes: "JAVA_TOOL_OPTIONS",
    missing: buildable("mvn", "--version"),
    version: () => required("kotlin", "aws.version"),
    prepare: () => void built("kotlin", ...MAVEN),
    command: () => {
      const target = join(built("kotlin", ...MAVEN), "target");
      return ["java", "-cp", `${target}/classes:${target}/dependency/*`, "ProgramKt"];
    },
    stdout: "done\n",
    calls: ["S3.CreateBucket x1", "S3.PutObject x1"],
    allows: [{ Action: ["s3:CreateBucket", "s3:PutObject"], Resource: bucketAnd("kotlin-bucket", "a/b c.txt") }],
  },
];

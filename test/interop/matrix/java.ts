/** The AWS SDKs for Java over each of their HTTP clients, with IAMGEN_LONG=1 alone. */
import { join } from "node:path";
import { buildable, built } from "./building.ts";
import { bucketAnd, type ClientCase } from "./client-case.ts";

const MAVEN = ["mvn", "-q", "package", "dependency:copy-dependencies"] as const;
const JAVA_SDK = "2.31.1";

const java = (http: string, name: string, notes: string): ClientCase => ({
  client: `AWS SDK for Java v2, ${name}`,
  notes,
  missing: buildable("mvn", "--version"),
  version: () => JAVA_SDK,
  prepare: () => void built("java", ...MAVEN),
  command: () => {
    const target = join(built("java", ...MAVEN), "target");
    return ["java", "-cp", `${target}/classes:${target}/dependency/*`, "Program", http];
  },
  stdout: "done\n",
  calls: ["S3.CreateBucket x1", "S3.PutObject x1"],
  allows: [{ Action: ["s3:CreateBucket", "s3:PutObject"], Resource: bucketAnd("java-bucket", "a/b c.txt") }],
});

export const JAVA: readonly ClientCase[] = [
  java("apache", "Apache client", "JAVA_TOOL_OPTIONS"),
  java("urlconnection", "URLConnection", "JAVA_TOOL_OPTIONS"),
  java("netty", "Netty", "JAVA_TOOL_OPTIONS"),
];

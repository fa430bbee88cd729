/** The AWS CLI in both generations, with each of its ways to transfer files. */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  bucketAnd,
  type ClientCase,
  READ_WRITTEN,
  script,
  TWENTY_MEBIBYTES,
  unless,
  versionOf,
} from "./client-case.ts";
import { installed, missingUnlessInstalled } from "./installed.ts";

const AWS_CLI_1 = installed("python/bin/aws");
/** Debian's, which may stand behind another `aws` on PATH. */
const AWS_CLI_2 = "/usr/bin/aws";
const isSecondGeneration = existsSync(AWS_CLI_2) && versionOf(AWS_CLI_2, "--version").startsWith("2.");

const SECOND_GENERATION = {
  missing: unless(isSecondGeneration, "no AWS CLI v2 in /usr/bin"),
  version: () => versionOf(AWS_CLI_2, "--version"),
};

const CRT_TRANSFERS = {
  ...SECOND_GENERATION,
  env: { AWS_CONFIG_FILE: "config", PATH: "/usr/bin:/bin" },
  prepare: (scratch: string) =>
    writeFileSync(join(scratch, "config"), "[default]\ns3 =\n  preferred_transfer_client = crt\n"),
};

export const AWS_CLI: readonly ClientCase[] = [
  {
    client: "AWS CLI v1, transfers in parts",
    notes: "by variables; several threads",
    missing: missingUnlessInstalled("python/bin/aws"),
    version: () => versionOf(AWS_CLI_1, "--version"),
    command: () =>
      script(
        `head -c 20971520 /dev/urandom > large; ${AWS_CLI_1} s3 mb s3://cli-parts >&2; ${AWS_CLI_1} s3 cp --quiet large s3://cli-parts/large; ${AWS_CLI_1} s3 cp --quiet s3://cli-parts/large again; cmp large again; echo same`,
      ),
    stdout: "same\n",
    calls: TWENTY_MEBIBYTES,
    allows: [{ Action: READ_WRITTEN, Resource: bucketAnd("cli-parts", "large") }],
  },
  {
    client: "AWS CLI v2",
    notes: "Debian's package; default transfers",
    ...SECOND_GENERATION,
    command: () =>
      script(
        `${AWS_CLI_2} s3 mb s3://cli2 >&2; echo hi | ${AWS_CLI_2} s3 cp - s3://cli2/k; ${AWS_CLI_2} s3 cp s3://cli2/k -`,
      ),
    stdout: "hi\n",
    calls: ["S3.CreateBucket x1", "S3.GetObject x1", "S3.HeadObject x1", "S3.PutObject x1"],
    allows: [{ Action: READ_WRITTEN, Resource: bucketAnd("cli2", "k") }],
  },
  {
    client: "AWS CLI v2, CRT transfers within a script",
    notes: "AWS_CA_BUNDLE, set by an `aws` of ours in front of PATH; not where the script names the program's own path",
    ...CRT_TRANSFERS,
    // Of a large download it takes now three parts and now four.
    command: () =>
      script(
        "aws s3 mb s3://crt-script >&2; head -c 20971520 /dev/urandom > large; aws s3 cp --quiet large s3://crt-script/large; aws s3 cp --quiet config s3://crt-script/small; aws s3 cp --quiet s3://crt-script/small again; cmp config again; echo same",
      ),
    stdout: "same\n",
    calls: [
      "S3.CompleteMultipartUpload x1",
      "S3.CreateBucket x1",
      "S3.CreateMultipartUpload x1",
      "S3.GetObject x1",
      "S3.HeadObject x1",
      "S3.PutObject x1",
      "S3.UploadPart x3",
    ],
    allows: [
      { Action: READ_WRITTEN, Resource: bucketAnd("crt-script", "small") },
      { Action: "s3:PutObject", Resource: "arn:aws:s3:::crt-script/large" },
    ],
  },
  {
    client: "AWS CLI v2, CRT transfers as the wrapped command",
    notes: "AWS_CA_BUNDLE",
    ...CRT_TRANSFERS,
    seed: async (moto) => void (await fetch(`${moto}/crt-wrapped`, { method: "PUT" })),
    command: () => [AWS_CLI_2, "s3", "cp", "--quiet", "config", "s3://crt-wrapped/small"],
    stdout: "",
    calls: ["S3.PutObject x1"],
    allows: [{ Action: "s3:PutObject", Resource: "arn:aws:s3:::crt-wrapped/small" }],
  },
];

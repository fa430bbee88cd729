/** Clients in Python, in an environment of their own whose versions are exact; boto3 as it is installed: `python.test.ts`. */
import { join } from "node:path";
import {
  bucketAnd,
  CLIENTS,
  type ClientCase,
  type Grant,
  READ_WRITTEN,
  TWENTY_MEBIBYTES,
  versionOf,
} from "./client-case.ts";
import { installed, missingUnlessInstalled } from "./installed.ts";

const PYTHON = installed("python/bin/python");

interface PythonCase {
  readonly client: string;
  /** As pip knows it. */
  readonly library: string;
  readonly notes: string;
  /** The file below `clients/python`, and its arguments. */
  readonly program: readonly [file: string, ...args: readonly string[]];
  readonly stdout: string;
  readonly calls: readonly string[];
  readonly allows: readonly Grant[];
}

const VERSION = "import sys, importlib.metadata; print(importlib.metadata.version(sys.argv[1]))";

function python({ library, program: [file, ...args], ...expected }: PythonCase): ClientCase {
  return {
    missing: missingUnlessInstalled("python/bin/python"),
    version: () => versionOf(PYTHON, "-c", VERSION, library),
    command: () => [PYTHON, join(CLIENTS, "python", file), ...args],
    ...expected,
  };
}

export const PYTHON_CLIENTS: readonly ClientCase[] = [
  python({
    client: "boto3, transfers in parts",
    library: "boto3",
    notes: "by variables; several threads, checksums",
    program: ["multipart.py", "parts-bucket", "classic"],
    stdout: "True\n",
    calls: TWENTY_MEBIBYTES,
    allows: [{ Action: READ_WRITTEN, Resource: bucketAnd("parts-bucket", "a/large") }],
  }),
  python({
    client: "boto3, CRT transfers",
    library: "awscrt",
    notes: 'by variables; `preferred_transfer_client="crt"`',
    program: ["multipart.py", "crt-bucket", "crt"],
    stdout: "True\n",
    calls: TWENTY_MEBIBYTES,
    allows: [{ Action: READ_WRITTEN, Resource: bucketAnd("crt-bucket", "a/large") }],
  }),
  python({
    client: "aiobotocore",
    library: "aiobotocore",
    notes: "by variables",
    program: ["aio.py"],
    stdout: "hello\n",
    calls: ["S3.CreateBucket x1", "S3.GetObject x1", "S3.PutObject x1", "SQS.CreateQueue x1", "SQS.SendMessage x1"],
    allows: [
      { Action: READ_WRITTEN, Resource: bucketAnd("aio-bucket", "a/b c.txt") },
      { Action: ["sqs:CreateQueue", "sqs:SendMessage"], Resource: "arn:aws:sqs:us-east-1:111122223333:aio-queue" },
    ],
  }),
  python({
    client: "s3fs (fsspec, pandas)",
    library: "s3fs",
    notes: "by variables; aiobotocore",
    program: ["files.py", "s3fs"],
    stdout: "hello\n",
    calls: ["S3.CreateBucket x1", "S3.GetObject x1", "S3.HeadObject x1", "S3.PutObject x1"],
    allows: [{ Action: READ_WRITTEN, Resource: bucketAnd("s3fs-bucket", "a/b c.txt") }],
  }),
  python({
    client: "smart_open",
    library: "smart_open",
    notes: "by variables; boto3",
    program: ["files.py", "smart_open"],
    stdout: "hello\n",
    calls: [
      "S3.CompleteMultipartUpload x1",
      "S3.CreateBucket x1",
      "S3.CreateMultipartUpload x1",
      "S3.GetObject x1",
      "S3.UploadPart x1",
    ],
    allows: [{ Action: READ_WRITTEN, Resource: bucketAnd("smart-open-bucket", "a/b c.txt") }],
  }),
  python({
    client: "requests, signed by requests-aws4auth",
    library: "requests-aws4auth",
    notes: "by variables",
    program: ["signed_requests.py"],
    stdout: "hello\n",
    calls: ["S3.CreateBucket x1", "S3.GetObject x1", "S3.PutObject x1"],
    allows: [{ Action: READ_WRITTEN, Resource: bucketAnd("requests-bucket", "a b.txt") }],
  }),
];

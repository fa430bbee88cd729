/** Clients in JavaScript: over HTTP/2, without an SDK, the former SDK, other runtimes than Node. More: `test/e2e/node-clients.test.ts`. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { bucketAnd, CLIENTS, type ClientCase, type Grant, unless, versionOf } from "./client-case.ts";
import {
  installed,
  layJavaScript,
  layOwnJavaScript,
  missingUnlessInstalled,
  npmVersion,
  ownVersion,
} from "./installed.ts";

const PROGRAM = join(CLIENTS, "s3-put.mjs");

interface Runtime {
  readonly name: string;
  readonly notes: string;
  readonly args: readonly string[];
  /** Of the program, below the installed clients. */
  readonly path: string;
}

function runtime({ name, notes, args, path }: Runtime): ClientCase {
  const program = existsSync(installed(path)) ? installed(path) : name;
  const version = versionOf(program, "--version");
  const bucket = `${name}-bucket`;
  return {
    client: `${name[0]?.toUpperCase()}${name.slice(1)}, AWS SDK for JavaScript v3`,
    notes,
    missing: unless(version !== "", `no ${name}`),
    version: () => version,
    command: () => [program, ...args, PROGRAM, bucket],
    stdout: "done\n",
    calls: ["S3.CreateBucket x1", "S3.PutObject x1"],
    allows: [{ Action: ["s3:CreateBucket", "s3:PutObject"], Resource: bucketAnd(bucket, "a/b c.txt") }],
  };
}

interface OverHttp2 {
  readonly sdk: "kinesis" | "bedrock-runtime" | "transcribe-streaming";
  readonly notes: string;
  readonly stdout: string;
  readonly calls: readonly string[];
  readonly allows: readonly Grant[];
}

const overHttp2 = ({ sdk, ...expected }: OverHttp2): ClientCase => ({
  client: `AWS SDK for JavaScript v3 over HTTP/2, ${sdk}`,
  missing: missingUnlessInstalled("npm/node_modules/@aws-sdk", `client-${sdk}`),
  version: () => npmVersion(`@aws-sdk/client-${sdk}`),
  prepare: (scratch) => layJavaScript(scratch, "http2.mjs"),
  command: () => ["node", "http2.mjs", sdk],
  answeredBy: "event-stream stand-in",
  ...expected,
});

const STREAM = "arn:aws:kinesis:us-east-1:111122223333:stream/words";

const HTTP2: readonly ClientCase[] = [
  overHttp2({
    sdk: "kinesis",
    notes: "the hook; calls, and a subscription to events",
    stdout: "hello\n",
    calls: ["Kinesis.PutRecord x1", "Kinesis.SubscribeToShard x1"],
    allows: [
      { Action: ["kinesis:PutRecord", "kinesis:SubscribeToShard"], Resource: [STREAM, `${STREAM}/consumer/reader:1`] },
    ],
  }),
  overHttp2({
    sdk: "bedrock-runtime",
    notes: "the hook; events in answers, and in both directions at once",
    stdout: 'hello\n{"heard":1}\n{"heard":2}\n',
    calls: ["Bedrock Runtime.ConverseStream x1", "Bedrock Runtime.InvokeModelWithBidirectionalStream x1"],
    allows: [
      {
        Action: ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"],
        Resource: "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-sonic-v1:0",
      },
    ],
  }),
  overHttp2({
    sdk: "transcribe-streaming",
    notes: "the hook; events in both directions at once",
    stdout: "word 1\nword 2\n",
    calls: ["Transcribe Streaming.StartStreamTranscription x1"],
    allows: [{ Action: "transcribe:StartStreamTranscription", Resource: "*" }],
  }),
];

const signedFetch = (signer: string, name: string): ClientCase => ({
  client: `fetch, signed by ${name}`,
  notes: "the hook",
  missing: missingUnlessInstalled("npm/node_modules", name),
  version: () => npmVersion(name),
  prepare: (scratch) => layJavaScript(scratch, "fetch.mjs"),
  command: () => ["node", "fetch.mjs", signer],
  stdout: `${signer}-queue\n`,
  calls: ["SQS.CreateQueue x1"],
  allows: [{ Action: "sqs:CreateQueue", Resource: `arn:aws:sqs:us-east-1:111122223333:${signer}-queue` }],
});

const SECOND_GENERATION: ClientCase = {
  client: "AWS SDK for JavaScript v2",
  notes: "the hook; a managed upload in parts",
  missing: undefined,
  version: () => ownVersion("aws-sdk"),
  prepare: (scratch) => layOwnJavaScript(scratch, "v2.cjs"),
  command: () => ["node", "v2.cjs"],
  stdout: "11534336\n",
  calls: [
    "S3.CompleteMultipartUpload x1",
    "S3.CreateBucket x1",
    "S3.CreateMultipartUpload x1",
    "S3.HeadObject x1",
    "S3.UploadPart x3",
  ],
  allows: [{ Action: ["s3:CreateBucket", "s3:GetObject", "s3:PutObject"], Resource: bucketAnd("v2-bucket", "large") }],
};

export const JAVASCRIPT: readonly ClientCase[] = [
  ...HTTP2,
  signedFetch("aws4fetch", "aws4fetch"),
  signedFetch("smithy", "@smithy/signature-v4"),
  SECOND_GENERATION,
  runtime({
    name: "bun",
    notes: "the hook, by BUN_OPTIONS",
    args: ["run"],
    path: "npm/node_modules/@oven/bun-linux-x64/bin/bun",
  }),
  runtime({
    name: "deno",
    notes: "the hook, by NODE_OPTIONS",
    args: ["run", "--allow-all"],
    path: "npm/node_modules/@deno/linux-x64-glibc/deno",
  }),
];

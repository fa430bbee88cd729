/** One program, once without iamgen and once with it: the same bytes arrive at the server, and the same results come back. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { type AwsStandIn, startAwsStandIn } from "../support/aws-stand-in.ts";
import { callCount, cleanEnvironment, EXAMPLE_CREDENTIALS, runIamgen } from "../support/run-iamgen.ts";

const PATIENCE = 30_000;
const CLIENTS = resolve(import.meta.dirname, "../fixtures/clients");
const PROGRAM = resolve(CLIENTS, "awkward-bytes.mjs");

async function runDirectly(standIn: AwsStandIn): Promise<{ exitCode: unknown; stdout: string }> {
  const child = spawn("node", ["--require", resolve(CLIENTS, "direct-to-stand-in.cjs"), PROGRAM], {
    stdio: ["ignore", "pipe", "ignore"],
    env: {
      ...cleanEnvironment(),
      ...EXAMPLE_CREDENTIALS,
      NODE_EXTRA_CA_CERTS: standIn.caFile,
      STAND_IN_PORT: String(standIn.port),
    },
  });
  const [stdout, [exitCode]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  return { exitCode, stdout };
}

/** Without what differs between any two runs: time, what is signed over it, and the ids of requests. */
const timeless = (bytes: string): string =>
  bytes
    .replace(/(Signature=)[0-9a-f]{64}/g, "$1…")
    .replace(/\d{8}T\d{6}Z/g, "<time>")
    .replace(/\d{8}(\/|%2F)us-east-1/g, "<day>$1us-east-1")
    .replace(/(amz-sdk-invocation-id: )\S+/gi, "$1…");

const objects = (...keys: string[]): string[] => keys.map((key) => `arn:aws:s3:::awkward/${key}`);

/** Wildcards of IAM stand for themselves; what a policy cannot hold (beyond Latin-1) is a `?` with a finding. */
const PUTS = objects(
  "./dot/../up",
  "//first",
  "a${*}b",
  "a${?}b#c&d=e",
  "a%2Fb",
  "a+b",
  "a//b",
  "empty",
  "in parts",
  "large",
  "trailers",
  "two words",
  "v2//a +${*}ü",
  "waits for 100, 0 bytes",
  "waits for 100, 6 bytes",
  "waits for 100, trailers",
  "~!$'()@:,;",
  "ünï/??",
);

interface Granted {
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

/** However statements are put together. */
function objectsThatMayBePut(policy: unknown): string[] {
  const statements: readonly Granted[] = Object(policy).Statement;
  const putting = statements.filter(({ Action }) => [Action].flat().includes("s3:PutObject"));
  return putting
    .flatMap(({ Resource }) => Resource)
    .filter((arn) => arn.includes("/"))
    .sort();
}

const lines = (standIn: AwsStandIn): string[] => timeless(standIn.wire()).split("\r\n");

const http2Bodies = ({ requests }: AwsStandIn): string[] =>
  requests.filter(({ httpVersion }) => httpVersion === "2.0").map(({ body }) => body.toString("latin1"));

test(
  "requests arrive byte for byte as without iamgen, and so do their answers",
  async () => {
    const [bare, watched] = [await startAwsStandIn(), await startAwsStandIn()];

    const direct = await runDirectly(bare);
    const run = await runIamgen({ options: watched.forwarding, command: ["node", PROGRAM] });

    expect(direct).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('"rawTrailers":["x-sum","1"]') });
    expect(direct.stdout.match(/"failed":"\w+"/g)).toEqual(['"failed":"AccessDenied"']);
    expect(lines(bare)).toContain("Expect: 100-continue");
    expect(lines(bare)).toContain("x-amz-checksum-crc32:jBGBRQ==");
    expect(run.exitCode).toBe(0);
    expect(run.stdout.split("\n")).toEqual(direct.stdout.split("\n"));
    expect(lines(watched)).toEqual(lines(bare));
    expect(http2Bodies(watched)).toEqual(http2Bodies(bare));
    expect(http2Bodies(bare)).toHaveLength(1);
    expect(callCount(run.recording)).toBe(bare.requests.length);
    expect(objectsThatMayBePut(run.policy)).toEqual(PUTS.toSorted());
  },
  PATIENCE,
);

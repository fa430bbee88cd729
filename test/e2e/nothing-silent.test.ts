/** What iamgen cannot turn into a permission is in the report with its reason, and `--strict` fails where a call may be missing. */
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { startAwsStandIn } from "../support/aws-stand-in.ts";
import { type Project, project } from "../support/project.ts";
import { EXAMPLE_CREDENTIALS } from "../support/run-iamgen.ts";

const PATIENCE = 30_000;
const PROGRAM = resolve(import.meta.dirname, "../fixtures/clients/hard-to-see.mjs");
const DYNAMODB = "dynamodb.us-east-1.amazonaws.com";

interface Seen {
  readonly run: Awaited<ReturnType<Project["iamgen"]>>;
  readonly report: Awaited<ReturnType<Project["iamgen"]>>;
  /** Of the server that is not AWS's. */
  readonly otherHost: string;
}

async function runAndReport(...args: string[]): Promise<Seen> {
  const standIn = await startAwsStandIn();
  const otherHost = `localhost:${standIn.port}`;
  const place = project({ ...EXAMPLE_CREDENTIALS, OTHER_HOST: otherHost, NODE_EXTRA_CA_CERTS: standIn.caFile });
  const options = ["--strict", "--recording", "r.ndjson", ...standIn.forwarding];
  const run = await place.iamgen("run", ...options, "--", "node", PROGRAM, ...args);
  return { run, report: await place.iamgen("report", "--strict", "r.ndjson"), otherHost };
}

describe("beside a call that is seen", () => {
  test.each([
    [
      "unknown API",
      "unknown API: 200",
      "not decoded\n  nothing.us-east-1.amazonaws.com, POST, no endpoint of a known API, Do\n",
      "requests not decoded",
    ],
    [
      "unknown operation",
      "unknown operation: 200",
      `not decoded\n  ${DYNAMODB}, POST, no operation of its API matches, FlyAway\n`,
      "requests not decoded",
    ],
    [
      "unsigned",
      "unsigned: 200",
      `not decoded\n  ${DYNAMODB}, POST, not signed, and no operation that may be called so, DescribeTable\n`,
      "requests not decoded",
    ],
    [
      "malformed signature",
      "malformed signature: 200",
      `not decoded\n  ${DYNAMODB}, POST, not a well-formed request, credential scope\n`,
      "requests not decoded",
    ],
    [
      "to the proxy itself",
      "to the proxy itself: 501",
      "not decoded\n  not a well-formed request, this port is a proxy, not a server\n",
      "requests not decoded",
    ],
    [
      "garbage",
      "garbage: HTTP/1.1 400 Bad Request",
      `possibly missed\n  ${DYNAMODB}:443, the traffic of a connection could not be followed to its end, no request line\n`,
      "calls possibly missed",
    ],
    [
      "custom lookup",
      "custom lookup: a lookup of its own",
      `possibly missed\n  ${DYNAMODB}:443, a socket with a DNS lookup of its own was left alone\n`,
      "calls possibly missed",
    ],
    [
      "mocked",
      "mocked: mocked",
      "possibly missed\n  a module answers AWS calls before they reach the network, aws-sdk-client-mock\n",
      "calls possibly missed",
    ],
  ])(
    "%s is told with its reason, and fails --strict",
    async (kind, printed, section, finding) => {
      const { run, report } = await runAndReport(kind);

      expect(run).toMatchObject({ exitCode: 1, stdout: `${printed}\n` });
      expect(run.stderr).toContain("iamgen: 1 call of 1 operation by 1 identity\n");
      expect(run.stderr).toContain(`iamgen: strict: ${finding}\n`);
      expect(report).toMatchObject({ exitCode: 1, stderr: `iamgen: strict: ${finding}\n` });
      expect(report.stdout).toContain("seen\n  DynamoDB, us-east-1\n    dynamodb:DescribeTable: call 1\n");
      expect(report.stdout).toContain(section);
    },
    PATIENCE,
  );

  test(
    "a host that is not AWS's is told as tunnelled, which is no reason to fail",
    async () => {
      const { run, report, otherHost } = await runAndReport("other host");

      expect(run).toMatchObject({ exitCode: 0, stdout: "other host: 200, HTTP/1.1 200 OK\n" });
      expect(report).toMatchObject({ exitCode: 0, stderr: "" });
      expect(report.stdout).toContain(`tunnelled\n  ${otherHost}, not an AWS host\n`);
    },
    PATIENCE,
  );
});

describe("without any call that is seen", () => {
  test.each([
    ["none", "no connection reached the proxy"],
    ["mocked", "`aws-sdk-client-mock` answers calls before they reach the network"],
    ["other host", "all connections went to other hosts, such as `localhost:"],
  ])(
    "%s: the likely reason comes first, and --strict fails",
    async (kind, reason) => {
      const { run, report } = await runAndReport(kind, "alone");

      expect(run).toMatchObject({
        exitCode: 1,
        stderr: expect.stringContaining(`iamgen: NO AWS CALL SEEN: ${reason}`),
      });
      expect(report).toMatchObject({ exitCode: 1, stdout: expect.stringContaining(`no AWS call seen: ${reason}`) });
    },
    PATIENCE,
  );
});

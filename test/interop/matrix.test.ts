/**
 * The matrix of real clients: each makes its calls with nothing set by hand; what arrived at the server is what was captured,
 * the policy is exact, results and exit code are the client's own. UPDATE_TABLES=1 writes what passed into the README.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startAwsStandIn } from "../support/aws-stand-in.ts";
import { type CountingRelay, startCountingRelay } from "../support/counting-relay.ts";
import { startEventStreamStandIn } from "../support/event-stream-stand-in.ts";
import { type Moto, motoMissing, startMoto } from "../support/moto.ts";
import { callCount, callsOf, type IamgenRun, runIamgen } from "../support/run-iamgen.ts";
import { because } from "../support/skip-reason.ts";
import { tempDir } from "../support/temp-dir.ts";
import type { ClientCase } from "./matrix/client-case.ts";
import { keepTested, readmeIsTrue, tested, writeReadme } from "./matrix/readme-table.ts";
import { CASES } from "./matrix/rows.ts";

const isUpdate = process.env["UPDATE_TABLES"] === "1";
const PATIENCE = 600_000;

/** The options that lead a case to what answers it, and the number of requests that arrived there. */
interface Answering {
  readonly options: readonly string[];
  /** Where what answers is reached without iamgen. */
  readonly url: string;
  arrived(): number;
}

function grantsOf({ policy }: IamgenRun, random: RegExp = /(?!)/): unknown {
  if (typeof policy !== "object" || policy === null || !("Statement" in policy)) return policy;
  const masked: unknown = JSON.parse(JSON.stringify(policy.Statement).replace(new RegExp(random, "g"), "…"));
  return Array.isArray(masked)
    ? masked.map((statement: { Action: unknown; Resource: unknown }) => ({
        Action: statement.Action,
        Resource: statement.Resource,
      }))
    : masked;
}

async function play(played: ClientCase, answering: Answering): Promise<void> {
  const scratch = tempDir();
  played.prepare?.(scratch);
  await played.seed?.(answering.url);
  const before = answering.arrived();
  const run = await runIamgen({
    options: answering.options,
    command: played.command(scratch),
    cwd: scratch,
    env: played.env ?? {},
  });
  const { exitCode, stdout } = run;
  expect({ exitCode, stdout, stderr: exitCode === 0 ? "" : run.stderr }).toEqual({
    exitCode: 0,
    stdout: played.stdout,
    stderr: "",
  });
  expect(callsOf(run.recording)).toEqual(played.calls);
  expect(callCount(run.recording)).toBe(answering.arrived() - before);
  expect(grantsOf(run, played.random)).toEqual(played.allows);
}

/** Another version may make other calls: it is looked at with UPDATE_TABLES=1, not by whoever happens to have it. */
function otherVersion({ client, version }: ClientCase): string | undefined {
  const known = tested()[client];
  const here = version();
  return isUpdate || here === known ? undefined : `written for ${known}, here is ${here}`;
}

describe("clients of the matrix", { timeout: PATIENCE }, () => {
  let moto: Moto | undefined;
  let relay: CountingRelay | undefined;
  beforeAll(async () => {
    if (motoMissing !== undefined) return;
    moto = await startMoto();
    relay = await startCountingRelay(moto.port);
  });
  afterAll(() => {
    relay?.close();
    moto?.stop();
    if (isUpdate) writeReadme();
  });

  const byStandIn = async (answeredBy: string): Promise<Answering> => {
    const start = answeredBy === "event-stream stand-in" ? startEventStreamStandIn : startAwsStandIn;
    const { forwarding, requests } = await start();
    return { options: forwarding, url: forwarding[1] ?? "", arrived: () => requests.length };
  };

  for (const played of CASES) {
    const { answeredBy = "moto" } = played;
    const missing = played.missing ?? otherVersion(played) ?? (answeredBy === "moto" ? motoMissing : undefined);
    test.skipIf(missing !== undefined)(`${played.client}${because(missing)}`, async () => {
      const byMoto = {
        options: ["--forward-to", relay?.url ?? ""],
        url: `http://127.0.0.1:${moto?.port}`,
        arrived: () => relay?.requests.length ?? 0,
      };
      await play(played, answeredBy === "moto" ? byMoto : await byStandIn(answeredBy));
      if (isUpdate) keepTested(played.client, played.version());
    });
  }
});

test.skipIf(isUpdate)("the README's table says what the rows declare, with versions that were run", () => {
  expect(readmeIsTrue()).toBe("");
});

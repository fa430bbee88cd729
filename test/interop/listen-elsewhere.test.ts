/** Clients that come by `--bind` with the variables that `listen` gave them: each finds the token in its own place. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ELSEWHERE } from "../support/elsewhere.ts";
import { type ListeningIamgen, listeningIamgen } from "../support/listening-iamgen.ts";
import { type Moto, motoMissing, startMoto } from "../support/moto.ts";
import { cleanEnvironment, EXAMPLE_CREDENTIALS } from "../support/run-iamgen.ts";
import { because } from "../support/skip-reason.ts";
import { toolMissing } from "../support/tool.ts";

const CLIENTS = resolve(import.meta.dirname, "clients");
const { AWS_ACCESS_KEY_ID: KEY, AWS_SECRET_ACCESS_KEY: SECRET } = EXAMPLE_CREDENTIALS;
const QUEUE = ["-d", "Action=CreateQueue&Version=2012-11-05&QueueName=q", "https://sqs.us-east-1.amazonaws.com/"];
const scratch = mkdtempSync(join(tmpdir(), "iamgen-elsewhere-"));
afterAll(() => rmSync(scratch, { recursive: true }));

interface Client {
  readonly missing: string | undefined;
  readonly command: readonly string[];
  readonly prepare?: () => void;
  readonly calls: number;
  /** What it says when the proxy wants another token. */
  readonly turnedAway: RegExp;
}

const GO = join(scratch, "program");
const CURL_SIGNED = ["curl", "-sS", "--fail", "--aws-sigv4", "aws:amz:us-east-1:sqs", "--user", `${KEY}:${SECRET}`];

const COMING: Record<string, Client> = {
  curl: {
    missing: toolMissing("curl", ["curl", "--version"]),
    command: [...CURL_SIGNED, ...QUEUE],
    calls: 1,
    turnedAway: /HTTP response code said error/,
  },
  boto3: {
    missing: motoMissing,
    command: ["python3", join(CLIENTS, "python/app.py")],
    calls: 8,
    turnedAway: /ProxyConnectionError/,
  },
  "AWS SDK for Go v2": {
    missing: toolMissing("Go", ["go", "version"]),
    prepare: () => void spawnSync("go", ["build", "-o", GO, "."], { cwd: join(CLIENTS, "go") }),
    command: [GO],
    calls: 4,
    turnedAway: /Proxy Authentication Required/,
  },
};

async function ending(command: readonly string[], variables: Readonly<Record<string, string>>) {
  const [program = "", ...args] = command;
  const env = { ...cleanEnvironment(), ...EXAMPLE_CREDENTIALS, AWS_MAX_ATTEMPTS: "1", ...variables };
  const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text: Buffer) => {
      said += text;
    });
  }
  const [exitCode] = await once(child, "close");
  return { exitCode, said };
}

describe.skipIf(motoMissing !== undefined)(`answered by moto${because(motoMissing)}`, () => {
  let moto: Moto;
  beforeAll(async () => {
    moto = await startMoto();
  });
  afterAll(() => moto.stop());

  const started = (): Promise<ListeningIamgen> =>
    listeningIamgen({ options: ["--bind", ELSEWHERE, "--forward-to", `http://127.0.0.1:${moto.port}`] });

  describe.each(Object.entries(COMING))("%s", (_, { missing, command, prepare, calls, turnedAway }) => {
    beforeAll(() => prepare?.(), 300_000);

    test.skipIf(missing !== undefined)(`with the token is served and seen${because(missing)}`, async () => {
      const { stop, variables } = await started();
      expect(await ending(command, variables)).toMatchObject({ exitCode: 0 });
      const { calls: seen, notices } = await stop();
      expect(seen).toHaveLength(calls);
      expect(notices).toEqual([]);
    });

    test.skipIf(missing !== undefined)(
      `with another token is turned away, which is reported${because(missing)}`,
      async () => {
        const { stop, variables } = await started();
        const proxy = (variables["HTTPS_PROXY"] ?? "").replace(/iamgen:[^@]+@/, "iamgen:another@");
        const { exitCode, said } = await ending(command, { ...variables, HTTPS_PROXY: proxy, https_proxy: proxy });
        expect(exitCode).not.toBe(0);
        expect(said).toMatch(turnedAway);
        const { calls: seen, notices } = await stop();
        expect(seen).toEqual([]);
        expect(notices).toMatchObject([{ code: "no-token" }]);
      },
    );
  });
});

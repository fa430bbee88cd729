/** moto's server on a free loopback port, or the reason why there is none. */
import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";

export const motoMissing: string | undefined =
  spawnSync("python3", ["-c", "import moto.server, flask, boto3"]).status === 0
    ? undefined
    : "moto and boto3 are not installed";

export interface Moto {
  readonly port: number;
  stop(): void;
}

/** Resolves when moto says on which port it listens. `settings`: variables of moto, such as `MOTO_ACCOUNT_ID`. */
export async function startMoto(settings: Readonly<Record<string, string>> = {}): Promise<Moto> {
  const child = spawn("python3", ["-m", "moto.server", "-H", "127.0.0.1", "-p", "0"], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...settings, PYTHONUNBUFFERED: "1" },
  });
  for await (const line of createInterface(child.stderr)) {
    const port = /Running on http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
    if (port === undefined) continue;
    child.stderr.resume();
    return { port: Number(port), stop: () => child.kill() };
  }
  throw new Error("moto ended before it listened");
}

/**
 * The JSON that an operation answers (`kms`, `TrentService.CreateKey`), by a request that nobody has to sign well: moto reads
 * the scope alone. Not seen by any proxy.
 */
export async function askMoto(url: string, signingName: string, target: string, input: object): Promise<string> {
  const scope = `20260101/us-east-1/${signingName}/aws4_request`;
  const answer = await fetch(url, {
    method: "POST",
    headers: {
      "x-amz-target": target,
      "content-type": "application/x-amz-json-1.1",
      authorization: `AWS4-HMAC-SHA256 Credential=AKIARTX3GSDSQKS4H4NX/${scope}, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(input),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${target}: ${text}`);
  return text;
}

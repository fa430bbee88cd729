/** Tools that judge what is rendered: run in a directory, or told to be missing. */
import { spawnSync } from "node:child_process";
import { cleanEnvironment } from "./run-iamgen.ts";

export interface ToolAnswer {
  readonly status: number | null;
  /** stdout and stderr, so that a failed expectation shows why. */
  readonly output: string;
}

export function runTool(command: readonly string[], cwd?: string): ToolAnswer {
  const [program = "", ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, args, {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...cleanEnvironment(), npm_config_audit: "false", npm_config_fund: "false" },
    encoding: "utf8",
  });
  return { status, output: `${stdout ?? ""}${stderr ?? ""}` };
}

/** Why the tool cannot run here; undefined where it can. */
export const toolMissing = (name: string, probe: readonly string[]): string | undefined =>
  runTool(probe).status === 0 ? undefined : `no ${name}`;

/** Large packages are only installed where that is asked for. */
export const longMissing = process.env["IAMGEN_LONG"] === "1" ? undefined : "IAMGEN_LONG=1 is not set";

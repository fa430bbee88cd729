/**
 * A process that takes over when this one ends: detached, in nobody's directory, with none of our streams. It is told by
 * messages when to begin, and keeps nothing of ours but what it is told.
 */
import { type ChildProcess, fork } from "node:child_process";
import type { Environment } from "./environment.ts";

export interface Successor {
  /** Tells it to begin; resolves with whether it could. We are free of it then. */
  begin(): Promise<boolean>;
}

export interface SuccessorRequest {
  /** Compiled module; says `ready`, is told `begin`, answers `begun`. */
  readonly script: string;
  readonly args: readonly string[];
  readonly env: Environment;
}

/** Resolves once it is ready to begin; undefined where it cannot be started. */
export async function startSuccessor({ script, args, env }: SuccessorRequest): Promise<Successor | undefined> {
  // Options of our own Node process (a debugger's port) are not for it.
  const child = fork(script, args, { detached: true, stdio: "ignore", execArgv: [], cwd: "/", env });
  if (!(await says(child, "ready"))) return undefined;
  return {
    async begin() {
      child.send("begin");
      const begun = await says(child, "begun");
      if (child.connected) child.disconnect();
      child.unref();
      return begun;
    },
  };
}

/** False where it ends without having said so. */
function says(child: ChildProcess, word: string): Promise<boolean> {
  return new Promise((resolve) => {
    const heard = (message: unknown): void => {
      if (message === word) settle(true);
    };
    const gone = (): void => settle(false);
    const settle = (said: boolean): void => {
      child.off("message", heard).off("exit", gone).off("error", gone);
      child.on("error", () => {});
      resolve(said);
    };
    child.on("message", heard).on("exit", gone).on("error", gone);
  });
}

/** What a command gets and gives; each lives in a file of its own under `commands/`. */
import type { Output } from "./output.ts";
import type { Invocation } from "./program.ts";

export interface Context {
  readonly output: Output;
  readonly environment: NodeJS.ProcessEnv;
  readonly workingDirectory: string;
}

/** Resolves to the exit code; throws an `IamgenError` for what a person can mend. */
export type Command = (invocation: Invocation, context: Context) => Promise<number>;

/** A user as `iamgen doctor` examines him. */
import type { Diagnosis, Examined } from "../../src/cli/doctor/diagnosis.ts";

export const examined = (environment: Record<string, string> = {}, rest: Partial<Examined> = {}): Examined => ({
  environment,
  platform: "linux",
  home: "/nowhere",
  nodeVersion: "v20.19.0",
  ...rest,
});

/** `problem: what it says -> remedy`, a line each. */
export const toldOf = (found: readonly Diagnosis[]): string[] =>
  found.map(({ level, says, remedy }) => `${level}: ${says}${remedy === undefined ? "" : ` -> ${remedy}`}`);

/** The name of one run, in its recording and in its files: sorts by start, and two runs of one moment differ. */
import { randomBytes } from "node:crypto";

/** `20261121T041503123Z-9f3a1c`. */
export function newRunId(startedAt: Date): string {
  return `${startedAt.toISOString().replace(/[-:.]/g, "")}-${randomBytes(3).toString("hex")}`;
}

/** When the run of this name started; undefined for any other name. */
export function startOfRun(name: string): Date | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-[0-9a-f]{6}(?=$|\.)/.exec(name);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, ms] = match;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
}

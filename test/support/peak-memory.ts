/** The largest resident size that a process has had so far. Linux alone tells it of other processes. */
import { readFileSync } from "node:fs";

export const MEBIBYTE = 1024 * 1024;

/** Bytes; `VmHWM` of proc(5). */
export function peakMemory(pid: number): number {
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kibibytes) * 1024;
}

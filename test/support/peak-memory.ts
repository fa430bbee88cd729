/** The largest resident size that a process has had so far. Linux alone tells it of other processes. */
import { readFileSync } from "node:fs";

export const MEBIBYTE = 1024 * 1024;

export const noPeakMemory = process.platform !== "linux";

/** How far the peak of a process rose meanwhile; 0 where the system does not tell. */
export async function memoryGrowth(pid: number, during: () => Promise<unknown>): Promise<number> {
  if (noPeakMemory) {
    await during();
    return 0;
  }
  const before = peakMemory(pid);
  await during();
  const grown = peakMemory(pid) - before;
  if (process.env["IAMGEN_LONG"] !== undefined) console.log(`grew by ${(grown / MEBIBYTE).toFixed(1)} MiB`);
  return grown;
}

/** Bytes; `VmHWM` of proc(5). */
function peakMemory(pid: number): number {
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kibibytes) * 1024;
}

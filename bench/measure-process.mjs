/** CPU time and memory of another process, from /proc; zeros where there is no /proc. */
import { readFileSync } from "node:fs";

const read = (path) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

/** Milliseconds of user and system time so far (clock ticks are 10 ms on Linux). */
export function cpuMilliseconds(pid) {
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
}

/** Resident megabytes: now, and the highest so far. */
export function residentMegabytes(pid) {
  const status = read(`/proc/${pid}/status`);
  const of = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { now: of("VmRSS"), highest: of("VmHWM") };
}

/** CPU time and memory of another process, from /proc; zeros where there is no /proc. */
import { readdirSync, readFileSync } from "node:fs";

const read = (path) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

const list = (path) => {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
};

/** Milliseconds on a processor so far, all threads that still live; the scheduler's own account, not sampled by ticks. */
export function cpuMilliseconds(pid) {
  const threads = list(`/proc/${pid}/task`);
  const nanoseconds = threads.map((thread) => Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(" ")[0]));
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6;
}

/** Resident megabytes: now, and the highest so far. */
export function residentMegabytes(pid) {
  const status = read(`/proc/${pid}/status`);
  const of = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { now: of("VmRSS"), highest: of("VmHWM") };
}

/**
 * Who started by the run is still there when its command has ended, by the variable that all of them carry. Only Linux tells it
 * by files; elsewhere nobody is known.
 */
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { basename, join } from "node:path";

export interface Survivor {
  readonly pid: number;
  /** Of the program's file. */
  readonly name: string;
}

/** Their hook finds that the proxy is gone, and connects directly. */
const HOOKED = new Set(["node", "nodejs"]);

/**
 * Programs that would look for the proxy on `port` in vain, this process excepted. `processes`: as proc(5) has them. Never throws.
 */
export function survivors(port: number, processes = "/proc"): readonly Survivor[] {
  const mark = `\0IAMGEN_PROXY_PORT=${port}\0`;
  return numbersIn(processes)
    .filter((pid) => pid !== process.pid && (readOf(processes, pid, "environ") ?? "").includes(mark))
    .map((pid) => ({ pid, name: nameOf(processes, pid) }))
    .filter(({ name }) => !HOOKED.has(name));
}

function numbersIn(processes: string): number[] {
  try {
    return readdirSync(processes)
      .map(Number)
      .filter((pid) => pid > 0);
  } catch {
    return [];
  }
}

/** Undefined for processes of others, and for one that has just ended. */
function readOf(processes: string, pid: number, file: string): string | undefined {
  try {
    return `\0${readFileSync(join(processes, String(pid), file), "latin1")}`;
  } catch {
    return undefined;
  }
}

function nameOf(processes: string, pid: number): string {
  try {
    return basename(readlinkSync(join(processes, String(pid), "exe")));
  } catch {
    return "unknown";
  }
}

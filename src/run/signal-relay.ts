/**
 * Signals of a wrapped command: iamgen outlives the command, and the command gets each signal once.
 * Must not touch SIGTSTP and SIGSTOP: the shell stops both of us, and a stopped command has no need of a proxy.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A terminal sends these to its whole foreground process group, so the command has them already. */
const FROM_THE_TERMINAL = ["SIGINT", "SIGQUIT"] as const;
/** SIGUSR1 would open Node's debugger in iamgen, where nobody meant it to go. */
const RELAYED = ["SIGTERM", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGCONT"] as const;

/** Keeps SIGINT, SIGQUIT, SIGTERM and SIGHUP from ending this process until the returned function is called. */
export function surviveSignals(): () => void {
  const survive = (): void => {};
  const signals = [...FROM_THE_TERMINAL, "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, survive);
  return () => {
    for (const signal of signals) process.off(signal, survive);
  };
}

/** Passes signals on by `send` until the returned function is called. */
export function relaySignals(send: (signal: NodeJS.Signals) => void): () => void {
  const relay = (signal: NodeJS.Signals): void => send(signal);
  const relayUnlessTyped = (signal: NodeJS.Signals): void => {
    if (!isInForeground()) send(signal);
  };
  for (const signal of RELAYED) process.on(signal, relay);
  for (const signal of FROM_THE_TERMINAL) process.on(signal, relayUnlessTyped);
  return () => {
    for (const signal of RELAYED) process.off(signal, relay);
    for (const signal of FROM_THE_TERMINAL) process.off(signal, relayUnlessTyped);
  };
}

/**
 * Whether our process group is the one that the terminal sends its signals to. Then Ctrl-C reached the command, too; else the
 * signal came from `kill`, and only to us.
 */
function isInForeground(): boolean {
  try {
    const [group, foreground] = process.platform === "linux" ? groupsFromProc() : groupsFromPs();
    return group !== undefined && group === foreground;
  } catch {
    return false;
  }
}

/** proc(5): the name in parentheses may hold blanks; behind it stand state, ppid, pgrp, session, tty_nr, tpgid. */
function groupsFromProc(): (string | undefined)[] {
  const fields = readFileSync("/proc/self/stat", "latin1")
    .replace(/^.*\)\s/s, "")
    .split(" ");
  return [fields[2], fields[5]];
}

function groupsFromPs(): (string | undefined)[] {
  const text = execFileSync("ps", ["-o", "pgid=,tpgid=", "-p", String(process.pid)], { encoding: "utf8" });
  return text.trim().split(/\s+/);
}

import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { survivors } from "../../src/run/survivors.ts";
import { tempDir } from "../support/temp-dir.ts";

/** Processes as proc(5) shows them. */
function processes(list: Readonly<Record<number, { readonly environ: string; readonly exe: string }>>): string {
  const root = tempDir();
  writeFileSync(join(root, "version"), "not a process");
  for (const [pid, { environ, exe }] of Object.entries(list)) {
    mkdirSync(join(root, pid));
    writeFileSync(join(root, pid, "environ"), environ);
    symlinkSync(exe, join(root, pid, "exe"));
  }
  return root;
}

test("whoever carries the port of the run in his environment is named, but Node, which finds its own way", () => {
  const root = processes({
    10: { environ: "A=1\0IAMGEN_PROXY_PORT=4000\0B=2\0", exe: "/usr/bin/python3.12" },
    11: { environ: "IAMGEN_PROXY_PORT=4000\0", exe: "/opt/app/worker" },
    12: { environ: "IAMGEN_PROXY_PORT=4000\0", exe: "/usr/bin/node" },
    13: { environ: "IAMGEN_PROXY_PORT=40001\0X_IAMGEN_PROXY_PORT=4000\0", exe: "/usr/bin/python3" },
    14: { environ: "A=1\0", exe: "/bin/sleep" },
    [process.pid]: { environ: "IAMGEN_PROXY_PORT=4000\0", exe: "/opt/iamgen" },
  });
  expect(survivors(4000, root)).toEqual([
    { pid: 10, name: "python3.12" },
    { pid: 11, name: "worker" },
  ]);
});

test("where the system shows no processes nobody is known", () => {
  expect(survivors(4000, join(tempDir(), "none"))).toEqual([]);
});

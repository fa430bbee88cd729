/** Finds botocore's data: a directory or wheel that is at hand, else the newest wheel that pip gets from PyPI. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

export interface ObtainedBotocore {
  readonly version: string;
  /** The directory that holds `endpoints.json`. */
  readonly directory: string;
}

const python = (...args: readonly string[]): string =>
  execFileSync("python3", args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

function wheelIn(directory: string): string {
  const wheel = readdirSync(directory).find((name) => /^botocore-.*\.whl$/.test(name));
  if (wheel === undefined) throw new Error(`no botocore wheel in \`${directory}\``);
  return join(directory, wheel);
}

function inDirectory(root: string): ObtainedBotocore {
  const info = readdirSync(root).find((name) => /^botocore-.*\.dist-info$/.test(name));
  const version = /^botocore-(.+)\.dist-info$/.exec(info ?? "")?.[1];
  const directory = join(root, "botocore", "data");
  if (version === undefined || !existsSync(join(directory, "endpoints.json"))) {
    throw new Error(`\`${root}\` is no unpacked botocore wheel and no site-packages directory with one`);
  }
  return { version, directory };
}

/** `given` is a wheel or the directory it was unpacked into; `workspace` an empty directory of the caller's. */
export function obtainBotocore(given: string | undefined, workspace: string): ObtainedBotocore {
  if (given !== undefined && statSync(given).isDirectory()) return inDirectory(given);
  if (given === undefined) python("-m", "pip", "download", "--quiet", "--no-deps", "--dest", workspace, "botocore");
  const unpacked = join(workspace, "unpacked");
  python("-m", "zipfile", "-e", given ?? wheelIn(workspace), unpacked);
  return inDirectory(unpacked);
}

/** Clients that have to be built first: each is built once, in a copy, for all its cases. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { LONG } from "../../support/long-mode.ts";
import { CLIENTS, must, unless, versionOf } from "./client-case.ts";

const builds = new Map<string, string>();
afterAll(() => {
  for (const directory of builds.values()) rmSync(directory, { recursive: true, force: true });
  builds.clear();
});

/** The directory in which a copy of the client was built; `client` is a path below `clients/`. */
export function built(client: string, ...command: readonly string[]): string {
  const known = builds.get(client);
  if (known !== undefined) return known;
  const directory = mkdtempSync(join(tmpdir(), `iamgen-${client.replaceAll("/", "-")}-`));
  cpSync(join(CLIENTS, client), directory, { recursive: true });
  must(directory, ...command);
  builds.set(client, directory);
  return directory;
}

/** Why what takes minutes to build is not built here; undefined where it is. */
export const buildable = (tool: string, ...version: readonly string[]): string | undefined =>
  LONG ? unless(versionOf(tool, ...version) !== "", `no ${tool}`) : "takes minutes to build: IAMGEN_LONG=1";

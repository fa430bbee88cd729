/** The clients that `test/interop/clients/install.sh` installs, in the directory that IAMGEN_CLIENTS names. */
import { cpSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { CLIENTS } from "./client-case.ts";

const INSTALLED = process.env["IAMGEN_CLIENTS"];
const OWN_MODULES = resolve(import.meta.dirname, "../../../node_modules");

export const installed = (...path: readonly string[]): string => join(INSTALLED ?? "/nowhere", ...path);

/** Why it cannot run here; undefined where it can. */
export const missingUnlessInstalled = (...path: readonly string[]): string | undefined =>
  existsSync(installed(...path))
    ? undefined
    : `not in IAMGEN_CLIENTS=${INSTALLED ?? ""}: test/interop/clients/install.sh`;

export const NPM_MODULES = installed("npm/node_modules");

function versionIn(modules: string, name: string): string {
  const manifest = join(modules, name, "package.json");
  if (!existsSync(manifest)) return "";
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { readonly version: string };
  return version;
}

/** Of a package of npm, among the installed clients. */
export const npmVersion = (name: string): string => versionIn(NPM_MODULES, name);

/** Of a dependency of the project itself. */
export const ownVersion = (name: string): string => versionIn(OWN_MODULES, name);

/** Copies what `name` holds from the clients in JavaScript, and lays the modules beside it. */
export function layJavaScript(scratch: string, name: string, modules = NPM_MODULES): void {
  cpSync(join(CLIENTS, "javascript", name), join(scratch, name), { recursive: true });
  symlinkSync(modules, join(scratch, "node_modules"));
}

export const layOwnJavaScript = (scratch: string, name: string): void => layJavaScript(scratch, name, OWN_MODULES);

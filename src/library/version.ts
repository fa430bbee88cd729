/** The version of this package, from the one place where it stands. */
import { readFileSync } from "node:fs";

const manifest: { readonly version?: unknown } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
);

export const VERSION: string = String(manifest.version);

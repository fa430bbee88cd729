/** The lasting certificate authority that a user may make for `listen`: two files of his, the key readable by him alone. */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createKeptAuthority, type KeptAuthority } from "../capture/tls/certificate-authority.ts";
import { SetupError } from "../errors.ts";
import { permittedNames } from "../pipeline.ts";
import { ownDirectory } from "../run/own-directory.ts";
import { stateDirectory } from "../run/user-directories.ts";
import { userHome } from "../run/user-home.ts";
import type { Context } from "./command.ts";
import { systemReason } from "./system-error.ts";

export interface KeptCaFiles {
  readonly directory: string;
  readonly certificate: string;
  readonly key: string;
}

/** Where the files are, or would be. */
export function keptCaFiles({ environment }: Pick<Context, "environment">): KeptCaFiles {
  const directory = join(stateDirectory({ env: environment, platform: process.platform, home: userHome() }), "ca");
  return { directory, certificate: join(directory, "certificate.pem"), key: join(directory, "key.pem") };
}

/** Makes and writes one. Throws a `SetupError` where there is one already, or the disk refuses. */
export function createKeptCa(files: KeptCaFiles, now: Date): void {
  if (existsSync(files.key)) {
    const hint = "use it, or `iamgen ca remove` first";
    throw new SetupError("ca-exists", `there is a certificate authority already: \`${files.certificate}\``, { hint });
  }
  const { certificatePem, keyPem } = createKeptAuthority({ ...permittedNames([]), now });
  try {
    for (const path of [dirname(files.directory), files.directory]) ownDirectory(path);
    writeFileSync(files.key, keyPem, { mode: 0o600, flag: "wx" });
    writeFileSync(files.certificate, certificatePem, { mode: 0o644 });
  } catch (error) {
    const message = `cannot write to \`${files.directory}\`: ${systemReason(error)}`;
    throw new SetupError("ca-unwritable", message, { cause: error });
  }
}

/** Undefined where there is none. Throws a `SetupError` for files that cannot be read, and for a key that others can. */
export function readKeptCa(files: KeptCaFiles): KeptAuthority | undefined {
  if (!existsSync(files.key)) return undefined;
  try {
    ownDirectory(files.directory);
    if ((statSync(files.key).mode & 0o077) !== 0) throw new Error("others can read its key");
    return { certificatePem: readFileSync(files.certificate, "utf8"), keyPem: readFileSync(files.key, "utf8") };
  } catch (error) {
    const message = `cannot read the certificate authority in \`${files.directory}\`: ${systemReason(error)}`;
    throw new SetupError("ca-unreadable", message, {
      hint: "`iamgen ca remove`, then `iamgen ca create`",
      cause: error,
    });
  }
}

/** True where there was one. */
export function removeKeptCa(files: KeptCaFiles): boolean {
  const was = existsSync(files.key) || existsSync(files.certificate);
  for (const path of [files.key, files.certificate]) rmSync(path, { force: true });
  return was;
}

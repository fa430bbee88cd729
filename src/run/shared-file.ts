/** Hundreds of runs a day leave the same large files behind; this keeps one copy of each. */
import { createHash } from "node:crypto";
import { existsSync, linkSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { ownDirectory } from "./own-directory.ts";

/** Replaces the file at `path` by a hard link to one copy of `content` in `directory`; where that fails, the file stays as it is. */
export function shareFile(path: string, content: string | Buffer, directory: string): void {
  const digest = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const shared = join(directory, `${digest}${extname(path)}`);
  const link = `${path}.shared`;
  try {
    ownDirectory(directory);
    if (!existsSync(shared)) {
      writeFileSync(link, content);
      renameSync(link, shared);
    }
    linkSync(shared, link);
    // Readers see the old file or the new one, never half of either.
    renameSync(link, path);
    // rename(2) leaves both names where they are one file already.
    rmSync(link, { force: true });
  } catch {
    // A file system without hard links, or a full disk.
  }
}

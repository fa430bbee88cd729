/** botocore's files, from a wheel as pip downloads it or from the directory it was unpacked into. Downloads nothing itself. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { openZip, type ZipArchive } from "./zip-archive.ts";

export interface BotocoreSource {
  readonly version: string;
  /** Day of the release; only a wheel tells it. */
  readonly date?: string;
  /** Paths below `botocore/data/`. */
  readonly paths: readonly string[];
  read(path: string): Buffer | undefined;
}

const DATA = "botocore/data/";

type Files = Pick<ZipArchive, "paths" | "read"> & Partial<ZipArchive>;

function filesOf(place: string): Files {
  if (!statSync(place).isDirectory()) return openZip(readFileSync(place));
  return {
    paths: readdirSync(place, { recursive: true, encoding: "utf8" }),
    read: (path) => (existsSync(join(place, path)) ? readFileSync(join(place, path)) : undefined),
  };
}

/** `place` is a wheel, or the folder that holds `botocore` and its `dist-info`. */
export function openBotocore(place: string): BotocoreSource {
  const files = filesOf(place);
  const version = files.paths.map((path) => /^botocore-([^/]+)\.dist-info(?:\/|$)/.exec(path)?.[1]).find(Boolean);
  if (version === undefined) throw new Error(`\`${place}\` is no botocore wheel and no folder with an unpacked one`);
  const date = files.dayOf?.(`botocore-${version}.dist-info/METADATA`);
  return {
    version,
    ...(date === undefined ? {} : { date }),
    paths: files.paths.filter((path) => path.startsWith(DATA)).map((path) => path.slice(DATA.length)),
    read: (path) => files.read(`${DATA}${path}`),
  };
}

const inVersionOrder = new Intl.Collator("en", { numeric: true });

/** The newest botocore wheel in a folder; undefined where there is none. */
export function newestWheel(folder: string): string | undefined {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const newest = names
    .filter((name) => /^botocore-.*\.whl$/.test(name))
    .sort(inVersionOrder.compare)
    .at(-1);
  return newest === undefined ? undefined : join(folder, newest);
}

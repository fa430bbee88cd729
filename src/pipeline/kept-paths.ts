/** The table of what decoding keeps: the build writes it once, for the records that it was built from. */
import { readFile, writeFile } from "node:fs/promises";
import { type KeptPathsReader, type KeptPathsTable, keptPathsReader } from "../services/kept-paths.ts";
import { RECORDS } from "../services/records.ts";

const TABLE = new URL("kept-paths.json", import.meta.url);

/** From the table, or where there is none (sources that were not built) from all records. */
export async function openKeptPaths(table: URL = TABLE): Promise<KeptPathsReader> {
  return keptPathsReader((await readTable(table)) ?? (await tableOfAll()));
}

/** For the build. */
export async function writeKeptPaths(table: URL = TABLE): Promise<void> {
  await writeFile(table, JSON.stringify(await tableOfAll()));
}

/** A table that lacks an API which has a record is one of other records: to believe it would keep nothing of that API. */
async function readTable(table: URL): Promise<KeptPathsTable | undefined> {
  try {
    const read = JSON.parse(await readFile(table, "utf8")) as KeptPathsTable;
    return Object.keys(RECORDS).every((sdkId) => Object.hasOwn(read, sdkId)) ? read : undefined;
  } catch {
    return undefined;
  }
}

async function tableOfAll(): Promise<KeptPathsTable> {
  const [{ SERVICES }, { keptPathsTable }] = await Promise.all([
    import("../services/index.ts"),
    import("../services/kept-paths-table.ts"),
  ]);
  return keptPathsTable(SERVICES);
}

/** Where the generated data came from, as a recording's first line and `--version` state it. */
import { readFileSync } from "node:fs";

interface DataSource {
  readonly name: string;
  readonly version: string;
}

/** `name version` of the package behind each side of the data. */
export function readDataSources(directory: URL = new URL("./generated/", import.meta.url)): {
  api: string;
  authorization: string;
} {
  const sources = JSON.parse(readFileSync(new URL("sources.json", directory), "utf8")) as {
    readonly api: DataSource;
    readonly authorization: DataSource;
  };
  const nameOf = ({ name, version }: DataSource): string => `${name} ${version}`;
  return { api: nameOf(sources.api), authorization: nameOf(sources.authorization) };
}

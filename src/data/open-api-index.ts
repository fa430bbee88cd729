/** Opens the generated API models. The index is read at once, an API's operations when they are asked for, its members later still. */
import { readFileSync } from "node:fs";
import type { ApiEntry, ApiIndex, ApiModel } from "./api-index.ts";
import { LazyMap } from "./lazy-map.ts";
import { readOperation } from "./operation-notation.ts";

const readJson = (file: URL): unknown => JSON.parse(readFileSync(file, "utf8"));

function groupBy(entries: readonly ApiEntry[], keyOf: (entry: ApiEntry) => string | undefined) {
  const groups = new Map<string, ApiEntry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return groups;
}

/** `directory` holds `index.json` and one file an API; by default the data that iamgen ships. Throws where it is damaged. */
export function openApiIndex(directory: URL = new URL("./generated/api/", import.meta.url)): ApiIndex {
  const entries = readJson(new URL("index.json", directory)) as readonly ApiEntry[];
  const bySigningName = groupBy(entries, ({ signingName }) => signingName);
  const byTargetPrefix = groupBy(entries, ({ targetPrefix }) => targetPrefix);
  const bySdkId = new Map(entries.map((entry) => [entry.sdkId, entry]));
  const byClient = new Map(entries.map((entry) => [entry.client, entry]));
  const loaded = new Map<string, ApiModel>();

  function read(client: string): ApiModel {
    const entry = byClient.get(client);
    if (entry === undefined) throw new Error(`no API model named \`${client}\``);
    const lines = readJson(new URL(`${client}.json`, directory)) as Readonly<Record<string, string>>;
    const operations = new LazyMap(new Map(Object.entries(lines)), (line, name) => readOperation(name, line));
    return { ...entry, operations };
  }

  return {
    entries,
    withSigningName: (signingName) => bySigningName.get(signingName) ?? [],
    withTargetPrefix: (targetPrefix) => byTargetPrefix.get(targetPrefix) ?? [],
    withSdkId: (sdkId) => bySdkId.get(sdkId),
    load(client) {
      const model = loaded.get(client) ?? read(client);
      loaded.set(client, model);
      return model;
    },
  };
}

/** Reads botocore's data directory: of every client the newest API version. Counterpart of `obtain-botocore.ts`, which finds the directory. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { BotocoreApi, BotocoreModel } from "./botocore-model.ts";

/** botocore ships its larger files gzipped, older releases plain. */
function readData(path: string): unknown {
  const packed = `${path}.gz`;
  const bytes = existsSync(packed) ? gunzipSync(readFileSync(packed)) : readFileSync(path);
  return JSON.parse(bytes.toString("utf8"));
}

const hasData = (path: string): boolean => existsSync(`${path}.gz`) || existsSync(path);

function newestVersion(directory: string): string | undefined {
  const versions = readdirSync(directory).filter((version) => hasData(join(directory, version, "service-2.json")));
  return versions.sort().at(-1);
}

/** All clients, sorted by name. `directory` is the one that holds `endpoints.json`. */
export function readBotocore(directory: string): { apis: readonly BotocoreApi[]; endpoints: unknown } {
  const clients = readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const apis = clients.flatMap((client): BotocoreApi[] => {
    const version = newestVersion(join(directory, client));
    if (version === undefined) return [];
    const rules = join(directory, client, version, "endpoint-rule-set-1.json");
    return [
      {
        client,
        model: readData(join(directory, client, version, "service-2.json")) as BotocoreModel,
        endpointRules: hasData(rules) ? readData(rules) : undefined,
      },
    ];
  });
  return { apis, endpoints: readData(join(directory, "endpoints.json")) };
}

/** Reads botocore's data: of every client the newest API version. Counterpart of `botocore-source.ts`, which finds the files. */
import { gunzipSync } from "node:zlib";
import type { BotocoreApi, BotocoreModel } from "./botocore-model.ts";
import type { BotocoreSource } from "./botocore-source.ts";

const MODEL = /^([^/]+)\/([^/]+)\/service-2\.json(?:\.gz)?$/;

/** botocore ships its larger files gzipped, the others plain. */
function readJson(source: BotocoreSource, path: string): unknown {
  const packed = source.read(`${path}.gz`);
  const bytes = packed === undefined ? source.read(path) : gunzipSync(packed);
  return bytes === undefined ? undefined : JSON.parse(bytes.toString("utf8"));
}

/** Client -> its newest API version; versions are dates, so that text order is time order. */
function newestVersions(paths: readonly string[]): ReadonlyMap<string, string> {
  const newest = new Map<string, string>();
  for (const path of paths) {
    const [, client = "", version = ""] = MODEL.exec(path) ?? [];
    if (client !== "" && version > (newest.get(client) ?? "")) newest.set(client, version);
  }
  return newest;
}

/** All clients, sorted by name, and `endpoints.json`. */
export function readBotocore(source: BotocoreSource): { apis: readonly BotocoreApi[]; endpoints: unknown } {
  const clients = [...newestVersions(source.paths)].sort(([a], [b]) => (a < b ? -1 : 1));
  const apis = clients.map(([client, version]) => ({
    client,
    model: readJson(source, `${client}/${version}/service-2.json`) as BotocoreModel,
    endpointRules: readJson(source, `${client}/${version}/endpoint-rule-set-1.json`),
  }));
  return { apis, endpoints: readJson(source, "endpoints.json") };
}

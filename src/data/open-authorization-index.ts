/** Opens the generated Service Authorization Reference: the list of IAM prefixes at once, a prefix when it is asked for. */
import { readFileSync } from "node:fs";
import { readAction, readResourceType, type WrittenAuthorization } from "./action-notation.ts";
import type { AuthorizationIndex, AuthorizationModel } from "./authorization-index.ts";
import { LazyMap } from "./lazy-map.ts";

const readJson = (file: URL): unknown => JSON.parse(readFileSync(file, "utf8"));

function readModel(servicePrefix: string, directory: URL): AuthorizationModel {
  const written = readJson(new URL(`${servicePrefix}.json`, directory)) as WrittenAuthorization;
  const pool = written.conditionKeys;
  const actions = Object.entries(written.actions).map((entry) => [entry[0].toLowerCase(), entry] as const);
  return {
    servicePrefix,
    actions: new LazyMap(new Map(actions), ([name, line]) => readAction(name, line, pool)),
    resourceTypes: new LazyMap(new Map(Object.entries(written.resourceTypes)), (type, name) =>
      readResourceType(name, type, pool),
    ),
  };
}

/** `directory` holds `index.json` and one file a prefix; by default the data that iamgen ships. Throws where it is damaged. */
export function openAuthorizationIndex(
  directory: URL = new URL("./generated/authorization/", import.meta.url),
): AuthorizationIndex {
  const servicePrefixes = new Set(readJson(new URL("index.json", directory)) as readonly string[]);
  const loaded = new Map<string, AuthorizationModel>();
  return {
    servicePrefixes,
    load(servicePrefix) {
      if (!servicePrefixes.has(servicePrefix)) return undefined;
      const model = loaded.get(servicePrefix) ?? readModel(servicePrefix, directory);
      loaded.set(servicePrefix, model);
      return model;
    },
  };
}

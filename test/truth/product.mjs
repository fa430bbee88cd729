/** The built product as the truth script needs it: a decoder with the real indexes and rules, and the authorizer. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Undefined where that part is not built. */
async function importBuilt(dist, path) {
  const url = new URL(path, dist);
  return existsSync(fileURLToPath(url)) ? await import(url.href) : undefined;
}

async function openAuthorize(dist, apis, rules) {
  const authorizer = await importBuilt(dist, "authorize/authorizer.js");
  const index = await importBuilt(dist, "data/open-authorization-index.js");
  if (authorizer === undefined || index === undefined) return undefined;
  return authorizer.createAuthorizer({ apis, authorization: index.openAuthorizationIndex(), rules });
}

export async function openProduct(dist) {
  const { openApiIndex } = await import(new URL("data/open-api-index.js", dist).href);
  const { createDecoder } = await import(new URL("decode/decoder.js", dist).href);
  const { createRequestReader } = await import(new URL("decode/request-reader.js", dist).href);
  const { addressingOf, answersOf } = await import(new URL("services/decode-records.js", dist).href);
  const { serviceRules } = await import(new URL("services/index.js", dist).href);
  const { excerptsRead, pathsRead } = await import(new URL("services/paths-read.js", dist).href);
  const apis = openApiIndex();
  const ofRules = (read) => (sdkId, operation) => {
    const rules = serviceRules(sdkId);
    return rules === undefined ? [] : read(rules, operation);
  };
  const context = {
    apis,
    addressing: addressingOf,
    answers: answersOf,
    pathsRead: ofRules(pathsRead),
    excerptsRead: ofRules(excerptsRead),
  };
  const reader = createRequestReader(context);
  return {
    apis,
    decoder: createDecoder(context),
    authorize: await openAuthorize(dist, apis, serviceRules),
    inputOf: (request) => reader.readInput(request).input ?? {},
    clientOf: (sdkId) => apis.withSdkId(sdkId)?.client,
  };
}

/** The built product as the truth script needs it: a decoder with the real indexes and rules. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Undefined where that part is not built. */
export async function importBuilt(dist, path) {
  const url = new URL(path, dist);
  return existsSync(fileURLToPath(url)) ? await import(url.href) : undefined;
}

export async function openProduct(dist) {
  const { openApiIndex } = await import(new URL("data/open-api-index.js", dist).href);
  const { createDecoder } = await import(new URL("decode/decoder.js", dist).href);
  const { createRequestReader } = await import(new URL("decode/request-reader.js", dist).href);
  const { addressingOf, answersOf } = await import(new URL("services/decode-records.js", dist).href);
  const apis = openApiIndex();
  const context = { apis, addressing: addressingOf, answers: answersOf, pathsRead: () => [] };
  const reader = createRequestReader(context);
  return {
    dist,
    apis,
    decoder: createDecoder(context),
    inputOf: (request) => reader.readInput(request).input ?? {},
    clientOf: (sdkId) => apis.withSdkId(sdkId)?.client,
  };
}

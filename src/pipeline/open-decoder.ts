/** Decoding with all that AWS's models and our records know; what that takes is loaded here and nowhere earlier. */
import type { CsmDecoder } from "../decode/csm/csm-decoder.ts";
import type { Decoder, DecoderContext } from "../decode/decoder.ts";

/** A decoder of requests to every API. Loads code and indexes, not the models: those come with the first call of each API. */
export async function openDecoder(): Promise<Decoder> {
  const context = await openContext();
  const { createDecoder } = await import("../decode/decoder.ts");
  return createDecoder(context);
}

/** The same for what client-side monitoring tells. */
export async function openCsmDecoder(): Promise<CsmDecoder> {
  const context = await openContext();
  const { createCsmDecoder } = await import("../decode/csm/csm-decoder.ts");
  return createCsmDecoder(context);
}

async function openContext(): Promise<DecoderContext> {
  const [{ apiIndex }, { addressingOf, answersOf }, kept, { observedKeyPaths }, { ownerPathsOf }] = await Promise.all([
    import("../data/opened-indexes.ts"),
    import("../services/decode-records.ts"),
    import("./kept-paths.ts").then(({ openKeptPaths }) => openKeptPaths()),
    import("../services/observed-keys.ts"),
    import("../services/resource-owners.ts"),
  ]);
  return {
    apis: apiIndex(),
    addressing: addressingOf,
    answers: answersOf,
    pathsRead: (sdkId, operation) => [
      ...kept.pathsRead(sdkId, operation),
      ...observedKeyPaths(sdkId, operation),
      ...ownerPathsOf(sdkId),
    ],
    excerptsRead: kept.excerptsRead,
  };
}

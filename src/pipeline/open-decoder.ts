/** Decoding with all that AWS's models and our records know; what that takes is loaded here and nowhere earlier. */
import type { CsmDecoder } from "../decode/csm/csm-decoder.ts";
import type { Decoder, DecoderContext } from "../decode/decoder.ts";
import type { ServiceRules } from "../services/define-service.ts";

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

/** The records by themselves first: Node opens all that one module imports at once, and some systems let it open few. */
async function openContext(): Promise<DecoderContext> {
  const { serviceRules } = await import("../services/index.ts");
  const [{ apiIndex }, { addressingOf, answersOf }, reading, { observedKeyPaths }, { ownerPathsOf }] =
    await Promise.all([
      import("../data/opened-indexes.ts"),
      import("../services/decode-records.ts"),
      import("../services/paths-read.ts"),
      import("../services/observed-keys.ts"),
      import("../services/resource-owners.ts"),
    ]);
  const readBy = <T>(read: (rules: ServiceRules, operation: string) => readonly T[]) => {
    return (sdkId: string, operation: string): readonly T[] => {
      const rules = serviceRules(sdkId);
      return rules === undefined ? [] : read(rules, operation);
    };
  };
  const pathsRead = readBy(reading.pathsRead);
  return {
    apis: apiIndex(),
    addressing: addressingOf,
    answers: answersOf,
    pathsRead: (sdkId, operation) => [
      ...pathsRead(sdkId, operation),
      ...observedKeyPaths(sdkId, operation),
      ...ownerPathsOf(sdkId),
    ],
    excerptsRead: readBy(reading.excerptsRead),
  };
}
